package io.docent.index.lucene;

import io.docent.index.EmbeddedPassage;
import io.docent.index.TokenVectors;
import io.docent.passage.Passage;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads back what the model made of passages that stand in one segment, in ascending order. */
final class EmbeddedPassages {

    private static final float[] NONE = {};

    private final int base;
    private final String title;
    private final @Nullable FloatVectorValues vectors;
    private final @Nullable DocIndexIterator vectorAt;
    private final @Nullable BinaryDocValues tokens;

    /**
     * Begins before all of them.
     *
     * @param any of the passages
     * @param title that they were embedded with
     */
    EmbeddedPassages(List<LeafReaderContext> leaves, int any, String title) throws IOException {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(any, leaves));
        LeafReader reader = leaf.reader();
        this.base = leaf.docBase;
        this.title = title;
        this.vectors = reader.getFloatVectorValues(Fields.VECTOR);
        this.vectorAt = vectors == null ? null : vectors.iterator();
        this.tokens = reader.getBinaryDocValues(Fields.TOKENS);
    }

    EmbeddedPassage embedded(int key, Passage passage) throws IOException {
        return new EmbeddedPassage(
                passage, EmbeddedPassage.context(title, passage.headings()), vector(key - base), tokens(key - base));
    }

    private float[] vector(int document) throws IOException {
        return vectors == null || vectorAt == null || vectorAt.advance(document) != document
                ? NONE
                : vectors.vectorValue(vectorAt.index()).clone();
    }

    private TokenVectors tokens(int document) throws IOException {
        if (tokens == null || !tokens.advanceExact(document)) {
            return TokenVectors.NONE;
        }
        BytesRef bytes = tokens.binaryValue();
        return TokenVectors.of(bytes.bytes, bytes.offset, bytes.length);
    }
}
