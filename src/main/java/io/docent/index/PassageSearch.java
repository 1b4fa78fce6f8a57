package io.docent.index;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A view of an index at one moment: all its answers agree with each other whatever is written meanwhile. For one
 * thread; close it soon, it holds files open.
 */
public interface PassageSearch extends AutoCloseable {

    /** Views with one number show the same; in no order. */
    long revision();

    /** How many passages there are. */
    int size();

    /** The languages that documents are in. */
    Set<Locale> languages();

    /** In how many passages each term stands; 0 where it stands in none. */
    Map<String, Integer> frequencies(Collection<String> terms);

    /**
     * Terms of the index that {@code term} may be a misspelling of: one letter away (two for eight letters or more),
     * nearest and most frequent first.
     */
    List<String> similarTerms(String term, int limit);

    /** The union of the passages found by words and those found by meaning, in no particular order. */
    List<Candidate> candidates(PassageQuery query);

    /** The passage of a candidate of this search. */
    FoundPassage load(int key);

    /** All passages of a document in the order of its text; empty where there is no such document. */
    List<FoundPassage> passagesOf(DocumentId id);

    /**
     * All passages of a document with what the embedding model made of them, in the order of its text, as they can be put
     * into another index. Their embeddings are what {@link Vectors#quantise} kept of them, and give the same bytes again.
     */
    List<EmbeddedPassage> embeddedPassagesOf(DocumentId id);

    Optional<IndexedDocument> document(DocumentId id);

    /** The document of this name. */
    Optional<IndexedDocument> document(Origin origin, String source);

    /** A document with its text. */
    Optional<Document> read(DocumentId id);

    /**
     * Documents by source.
     *
     * @param text part of title or source, in any case; empty for all
     */
    DocumentList documents(String text, int offset, int limit);

    @Override
    void close();
}
