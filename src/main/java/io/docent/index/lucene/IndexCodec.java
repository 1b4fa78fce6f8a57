package io.docent.index.lucene;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * How the index is written: as Lucene does, but vectors are looked through by two bits of each number, compared with four
 * of the question's by counting bits, which takes a fifth of the time that bytes take where the JVM makes no vector
 * instructions of it. The numbers as they are stand beside, and in large segments a graph of neighbours. It is read without
 * this class, from what the index says itself.
 */
final class IndexCodec extends Lucene104Codec {

    private final KnnVectorsFormat vectors;

    IndexCodec() {
        this(NearestVectors.MOST_SCANNED);
    }

    /**
     * The same with another bound.
     *
     * @param mostScanned vectors up to which a segment gets no graph
     */
    IndexCodec(int mostScanned) {
        // Lucene takes the number of neighbours for which a walk would look at as many vectors as there are, by its
        // estimate.
        int neighbours = (int) (mostScanned / Math.log(mostScanned));
        this.vectors = new Lucene104HnswScalarQuantizedVectorsFormat(
                ScalarEncoding.DIBIT_QUERY_NIBBLE,
                Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
                Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
                1,
                null,
                neighbours);
    }

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return vectors;
    }
}
