package io.docent.index.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;

/** The vectors of an index that nobody writes to, as numbers again, with the text of their passages. */
public final class StoredVectors {

    private StoredVectors() {}

    /** In the order of their keys in a search of the same index. */
    public static List<Vector> of(Path data) throws IOException {
        List<Vector> vectors = new ArrayList<>();
        try (FSDirectory directory = FSDirectory.open(data.resolve("index"));
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                ByteVectorValues values = leaf.reader().getByteVectorValues(Fields.VECTOR);
                DocIndexIterator at = values.iterator();
                while (at.nextDoc() != DocIndexIterator.NO_MORE_DOCS) {
                    String text =
                            leaf.reader().storedFields().document(at.docID()).get(Fields.TEXT);
                    vectors.add(new Vector(leaf.docBase + at.docID(), numbers(values.vectorValue(at.index())), text));
                }
            }
        }
        return vectors;
    }

    private static float[] numbers(byte[] bytes) {
        double squares = 0;
        for (byte each : bytes) {
            squares += each * each;
        }
        float factor = (float) (1 / Math.sqrt(squares));
        float[] numbers = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            numbers[i] = bytes[i] * factor;
        }
        return numbers;
    }

    /**
     * A passage's.
     *
     * @param key in a search
     * @param numbers of length 1
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers on their way to the peer's store
    public record Vector(int key, float[] numbers, String text) {}
}
