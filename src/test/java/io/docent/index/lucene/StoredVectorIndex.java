package io.docent.index.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.Random;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Vectors drawn at random, each in a document of its own that has its number for a name; every third document has none. */
final class StoredVectorIndex implements Closeable {

    static final String FIELD = "vector";
    static final String NAME = "name";

    private final Directory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private final Random random;
    private final int dimension;
    private int documents;

    StoredVectorIndex(Codec codec, int dimension) throws IOException {
        this.dimension = dimension;
        this.random = new Random(dimension);
        this.writer = new IndexWriter(
                directory, new IndexWriterConfig().setCodec(codec).setMergePolicy(NoMergePolicy.INSTANCE));
    }

    /** Adds a segment of its own. */
    void add(int many) throws IOException {
        for (int i = 0; i < many; i++, documents++) {
            Document document = new Document();
            document.add(new StringField(NAME, "" + documents, Field.Store.NO));
            if (documents % 3 != 2) {
                document.add(new KnnFloatVectorField(FIELD, vector(), VectorSimilarityFunction.DOT_PRODUCT));
            }
            writer.addDocument(document);
        }
        writer.commit();
    }

    void remove(int document) throws IOException {
        writer.deleteDocuments(new Term(NAME, "" + document));
        writer.commit();
    }

    /** Any vector of length 1. */
    float[] vector() {
        float[] vector = new float[dimension];
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
            sum += vector[i] * vector[i];
        }
        for (int i = 0; i < dimension; i++) {
            vector[i] /= (float) Math.sqrt(sum);
        }
        return vector;
    }

    IndexSearcher searcher() throws IOException {
        return new IndexSearcher(DirectoryReader.open(directory));
    }

    @Override
    public void close() throws IOException {
        writer.close();
        directory.close();
    }
}
