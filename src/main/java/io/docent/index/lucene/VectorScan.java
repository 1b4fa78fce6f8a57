package io.docent.index.lucene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.quantization.OptimizedScalarQuantizer;
import org.apache.lucene.util.quantization.OptimizedScalarQuantizer.QuantizationResult;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.apache.lucene.util.quantization.QuantizedVectorsReader;
import org.jspecify.annotations.Nullable;

/**
 * Compares a vector with all of a segment, two bits of each number with four of the vector's, one after the other as they
 * stand in the file. The estimate is Lucene's own ({@code Lucene104ScalarQuantizedVectorScorer}, after RaBitQ, Gao and Long
 * 2024); what is saved is taking each vector out by itself, which takes three times as long as comparing it.
 * docs/decisions/vectors.md has what was measured. For one search and one thread.
 */
final class VectorScan {

    /** Vectors read at once: as many as the nearest cache holds. */
    private static final int BLOCK = 64;

    /** Behind a vector's bits: where its range of numbers begins and ends, what the estimate is corrected by, its sum. */
    private static final int CORRECTIONS = 2;

    private static final int QUESTION_BITS = 4;
    private static final float QUESTION_STEPS = (1 << QUESTION_BITS) - 1;
    private static final float STEP = 1 / 3f;

    /**
     * How far the levels of two bits go in the direction of their sign, in steps of a level: of two normal distributions
     * that go together, E[x q(x)] / E[|x|], where the levels q are the best four ones (Max 1960).
     */
    private static final float ALONG = 1.1f;

    /** The middle of the levels 0 to 3. */
    private static final float MIDDLE = 1.5f;

    /** How far they stray from that: the root of E[(|q| - ALONG)^2]. */
    private static final float ASTRAY = 0.54f;

    /** Of a sum, the bits from here on count, and those below are the product: of up to 4,000 numbers. */
    private static final int COUNT = 16;

    private static final int PRODUCT = (1 << COUNT) - 1;

    /** Standard deviations that the high bits alone may be wrong by. */
    private static final float SURE = 3f;

    private final QuantizedByteVectorValues values;
    private final int planeLongs;
    private final int stride;

    private VectorScan(QuantizedByteVectorValues values) {
        this.values = values;
        this.planeLongs = values.dimension() / Long.SIZE;
        this.stride = 2 * planeLongs + CORRECTIONS;
    }

    /** A segment's vectors, or null where it has none or holds them in a way that can't be scanned, as another Lucene might. */
    static @Nullable VectorScan of(LeafReader segment, String field) throws IOException {
        if (!(segment instanceof CodecReader reader)
                || !(reader.getVectorReader() instanceof PerFieldKnnVectorsFormat.FieldsReader fields)) {
            return null;
        }
        KnnVectorsReader vectors = fields.getFieldReader(field);
        if (!(vectors instanceof QuantizedVectorsReader quantized)
                || !(quantized.getQuantizedVectorValues(field) instanceof QuantizedByteVectorValues values)
                || values.getScalarEncoding() != ScalarEncoding.DIBIT_QUERY_NIBBLE
                || values.size() == 0) {
            return null;
        }
        VectorScan scan = new VectorScan(values);
        IndexInput slice = values.getSlice();
        return slice != null
                        && values.dimension() % Long.SIZE == 0
                        && slice.length() == (long) values.size() * scan.stride * Long.BYTES
                ? scan
                : null;
    }

    int size() {
        return values.size();
    }

    /**
     * Offers the vectors that may be among the nearest, with Lucene's score of a dot product, at least 0. By the high bits
     * alone most vectors are certain enough to be none of them; the low bits are looked at where that is not so.
     *
     * @param accepted documents of the segment that may be found, or null for all
     * @param from the first vector that is compared, by its place in the file
     * @param to the one behind the last
     */
    void search(float[] vector, @Nullable Bits accepted, KnnCollector nearest, int from, int to) throws IOException {
        Estimate estimate = new Estimate(vector);
        IndexInput file = values.getSlice().clone();
        file.seek((long) from * stride * Long.BYTES);
        long[] block = new long[BLOCK * stride];
        int[] sums = new int[BLOCK];
        float least = nearest.minCompetitiveSimilarity();
        for (int first = from; first < to; first += BLOCK) {
            int many = Math.min(BLOCK, to - first);
            file.readLongs(block, 0, many * stride);
            estimate.sums(block, sums);
            for (int i = 0; i < many; i++) {
                int start = i * stride;
                if (estimate.mayReach(least, sums[i], block, start)) {
                    float score = estimate.score(block, start);
                    if (score > least) {
                        int document = values.ordToDoc(first + i);
                        if (accepted == null || accepted.get(document)) {
                            nearest.collect(document, score);
                            least = nearest.minCompetitiveSimilarity();
                        }
                    }
                }
            }
        }
    }

    /** The vector that is searched for, in four bits of each number, and what is worked out of it once. */
    private final class Estimate {
        private final long[] planes;
        private final long[] turned = new long[planeLongs * BLOCK];
        private final float low;
        private final float step;
        private final float fromFactor;
        private final float constant;
        private final float margin;

        Estimate(float[] vector) throws IOException {
            byte[] numbers = new byte[values.dimension()];
            QuantizationResult range = values.getQuantizer()
                    .scalarQuantize(vector.clone(), numbers, (byte) QUESTION_BITS, values.getCentroid());
            byte[] bits = new byte[QUESTION_BITS * planeLongs * Long.BYTES];
            OptimizedScalarQuantizer.transposeHalfByte(numbers, bits);
            this.planes = new long[QUESTION_BITS * planeLongs];
            ByteBuffer.wrap(bits).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(planes);
            this.low = range.lowerInterval();
            this.step = (range.upperInterval() - low) / QUESTION_STEPS;
            this.fromFactor = low * values.dimension() + step * range.quantizedComponentSum();
            this.constant = range.additionalCorrection() - values.getCentroidDP();
            this.margin = SURE * ASTRAY * (float) Math.sqrt(squares(numbers));
        }

        /** Of the question's numbers as they are after rounding. */
        private double squares(byte[] numbers) {
            double squares = 0;
            for (byte number : numbers) {
                double value = low + step * number;
                squares += value * value;
            }
            return squares;
        }

        /**
         * Whether a vector's score may be higher than another, as far as its high bits tell: what the low bits add strays
         * from what is expected as a sum of many does (the bound of RaBitQ, by which it decides what to compare exactly).
         *
         * @param sum of {@link #sums}
         * @param start where the vector stands in the block
         */
        boolean mayReach(float least, int sum, long[] block, int start) {
            float product = low * (sum >>> COUNT) + step * (sum & PRODUCT);
            float expected = MIDDLE * fromFactor + ALONG * (2 * product - fromFactor);
            return (1 + cosine(expected + margin, block, start)) / 2 > least;
        }

        /** The score of a vector by all its bits. */
        float score(long[] block, int start) {
            int product = 0;
            for (int i = 0; i < planeLongs; i++) {
                product += product(block[start + i], i) + (product(block[start + planeLongs + i], i) << 1);
            }
            float components = (int) (block[start + stride - 1] >>> Integer.SIZE);
            return Math.max((1 + cosine(low * components + step * product, block, start)) / 2, 0);
        }

        private int product(long bits, int place) {
            return Long.bitCount(bits & planes[place])
                    + (Long.bitCount(bits & planes[planeLongs + place]) << 1)
                    + (Long.bitCount(bits & planes[2 * planeLongs + place]) << 2)
                    + (Long.bitCount(bits & planes[3 * planeLongs + place]) << 3);
        }

        /** From the product of the question's numbers with the vector's levels, and from what stands behind its bits. */
        private float cosine(float product, long[] block, int start) {
            long range = block[start + stride - 2];
            float from = Float.intBitsToFloat((int) range);
            float width = (Float.intBitsToFloat((int) (range >>> Integer.SIZE)) - from) * STEP;
            return from * fromFactor
                    + width * product
                    + constant
                    + Float.intBitsToFloat((int) block[start + stride - 1]);
        }

        /**
         * Of each of a block's vectors, the product of the question's numbers with its high bits, and how many of these are
         * set. All vectors by one long of the question's bits after another, and the longs of one place side by side: the
         * JVM makes vector instructions of such a loop, and of shifts, not of products by 2, 4 and 8.
         */
        private void sums(long[] block, int[] sums) {
            for (int vector = 0; vector < BLOCK; vector++) {
                for (int i = 0; i < planeLongs; i++) {
                    turned[i * BLOCK + vector] = block[vector * stride + planeLongs + i];
                }
            }
            Arrays.fill(sums, 0);
            for (int i = 0; i < planeLongs; i++) {
                long ones = planes[i];
                long twos = planes[planeLongs + i];
                long fours = planes[2 * planeLongs + i];
                long eights = planes[3 * planeLongs + i];
                int from = i * BLOCK;
                for (int vector = 0; vector < BLOCK; vector++) {
                    long high = turned[from + vector];
                    sums[vector] += (Long.bitCount(high) << COUNT)
                            + Long.bitCount(high & ones)
                            + (Long.bitCount(high & twos) << 1)
                            + (Long.bitCount(high & fours) << 2)
                            + (Long.bitCount(high & eights) << 3);
                }
            }
        }
    }
}
