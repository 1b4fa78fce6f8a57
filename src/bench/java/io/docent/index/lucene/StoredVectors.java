package io.docent.index.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;

/** The vectors of an index that nobody writes to, with the text of their passages. */
public final class StoredVectors {

    private StoredVectors() {}

    /** In the order of their keys in a search of the same index. */
    public static List<Vector> of(Path data) throws IOException {
        List<Vector> vectors = new ArrayList<>();
        try (FSDirectory directory = FSDirectory.open(data.resolve("index"));
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                FloatVectorValues values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
                DocIndexIterator at = values.iterator();
                while (at.nextDoc() != DocIndexIterator.NO_MORE_DOCS) {
                    String text =
                            leaf.reader().storedFields().document(at.docID()).get(Fields.TEXT);
                    vectors.add(new Vector(
                            leaf.docBase + at.docID(),
                            values.vectorValue(at.index()).clone(),
                            text));
                }
            }
        }
        return vectors;
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
