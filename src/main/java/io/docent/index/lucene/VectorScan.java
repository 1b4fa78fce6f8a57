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
     * Offers the vectors that may be among the nearest, with Lucene's score of a dot product, at least 0.
     *
     * @param accepted documents of the segment that may be found, or null for all
     */
    void search(float[] vector, @Nullable Bits accepted, KnnCollector nearest) throws IOException {
        Estimate estimate = new Estimate(vector);
        IndexInput file = values.getSlice().clone();
        file.seek(0);
        long[] block = new long[BLOCK * stride];
        int[] products = new int[BLOCK];
        float least = nearest.minCompetitiveSimilarity();
        for (int first = 0; first < values.size(); first += BLOCK) {
            int many = Math.min(BLOCK, values.size() - first);
            file.readLongs(block, 0, many * stride);
            estimate.products(block, products);
            for (int i = 0; i < many; i++) {
                int end = (i + 1) * stride;
                float score = estimate.score(products[i], block[end - 2], block[end - 1]);
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

    /** The vector that is searched for, in four bits of each number, and what is worked out of it once. */
    private final class Estimate {
        private final long[] planes;
        private final long[] turned = new long[2 * planeLongs * BLOCK];
        private final float low;
        private final float step;
        private final float fromFactor;
        private final float constant;

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
        }

        /** The score from a product, and from what stands behind the vector's bits. */
        float score(int product, long range, long correction) {
            float from = Float.intBitsToFloat((int) range);
            float width = (Float.intBitsToFloat((int) (range >>> Integer.SIZE)) - from) * STEP;
            float components = (int) (correction >>> Integer.SIZE);
            float cosine = from * fromFactor
                    + width * (low * components + step * product)
                    + constant
                    + Float.intBitsToFloat((int) correction);
            return Math.max((1 + cosine) / 2, 0);
        }

        /**
         * The products of the question's numbers with those of a block's vectors, as whole numbers. All vectors by one long
         * of the question's bits after another, and the longs of one place side by side: the JVM makes vector instructions
         * of such a loop, and of shifts, not of products by 2, 4 and 8.
         */
        private void products(long[] block, int[] products) {
            for (int vector = 0; vector < BLOCK; vector++) {
                for (int i = 0; i < 2 * planeLongs; i++) {
                    turned[i * BLOCK + vector] = block[vector * stride + i];
                }
            }
            Arrays.fill(products, 0);
            for (int i = 0; i < planeLongs; i++) {
                long ones = planes[i];
                long twos = planes[planeLongs + i];
                long fours = planes[2 * planeLongs + i];
                long eights = planes[3 * planeLongs + i];
                int lows = i * BLOCK;
                int highs = (planeLongs + i) * BLOCK;
                for (int vector = 0; vector < BLOCK; vector++) {
                    long low = turned[lows + vector];
                    long high = turned[highs + vector];
                    products[vector] += Long.bitCount(low & ones)
                            + (Long.bitCount(low & twos) << 1)
                            + (Long.bitCount(high & ones) << 1)
                            + (Long.bitCount(low & fours) << 2)
                            + (Long.bitCount(high & twos) << 2)
                            + (Long.bitCount(low & eights) << 3)
                            + (Long.bitCount(high & fours) << 3)
                            + (Long.bitCount(high & eights) << 4);
                }
            }
        }
    }
}
