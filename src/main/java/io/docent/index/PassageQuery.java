package io.docent.index;

import io.docent.document.DocumentId;
import java.util.List;
import java.util.Set;

/**
 * What passages are searched by.
 *
 * @param words found by BM25; may be empty
 * @param embedding of the question, of length 1; no numbers to search by words alone
 * @param documents to search in; empty for all
 * @param limit how many passages each of the two ways may bring, 1 to 1,000
 */
@SuppressWarnings("ArrayRecordComponent") // numbers on their way from the model to the index
public record PassageQuery(List<QueryTerm> words, float[] embedding, Set<DocumentId> documents, int limit) {

    /** For {@link #embedding}: search by words alone. */
    private static final float[] NO_EMBEDDING = {};

    public PassageQuery {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("a search brings 1 to 1,000 passages, not " + limit);
        }
        words = List.copyOf(words);
        documents = Set.copyOf(documents);
    }

    /** The same search without its meaning. */
    public PassageQuery byWordsAlone() {
        return new PassageQuery(words, NO_EMBEDDING, documents, limit);
    }
}
