package io.docent.index;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import java.util.List;

/**
 * Documents and their passages. A document is replaced whole: every search sees all passages of one version. What was
 * written is seen by new searches and survives a crash from the next {@link #commit} on; before, neither. For any
 * thread. Where several processes write to one engine, all see what any of them committed, and of two versions of one
 * document the one that was committed later.
 *
 * <p>An {@link IndexException} may have cost what was written since the last commit, by whomever: look at
 * {@link #latest} for what is there. Searches go on from the last commit.
 */
public interface PassageIndex {

    /** A view of the last commit, to answer questions from. */
    PassageSearch search();

    /**
     * Adds a document or replaces it whole.
     *
     * @param document its text, headings and pages are kept so that it can be shown and embedded again
     * @param record what is known of it beside the text; same id
     * @param passages in the order of the text; at least one
     */
    void put(Document document, IndexedDocument record, List<EmbeddedPassage> passages);

    /** Changes what is known of a document beside its text and passages, for one that was renamed or touched. */
    void update(IndexedDocument record);

    /** Removes a document and its passages; nothing happens where there is none. */
    void remove(DocumentId id);

    /** Makes all that was written durable and seen, at once or not at all. */
    void commit();

    /**
     * Makes searches faster where much was committed since the last time, while they go on and others write; nothing happens
     * otherwise. Takes a second for ten thousand passages, and a minute for a hundred thousand; where it fails or is
     * interrupted, nothing has changed, and the next time does it.
     */
    default void settle() throws InterruptedException {}

    /**
     * Makes the index as if what was replaced, removed or never committed had not been there: words are counted with it
     * until then. Takes as long as writing those parts anew; searches that began before may fail.
     */
    void purge();

    /** A view of the last commit of this index, even while an outdated one answers searches. */
    PassageSearch latest();

    /**
     * Whether searches are still answered from an index that another embedding model made, by words alone, until
     * {@link #retireOutdated}.
     */
    boolean isOutdated();

    /** Forgets the index of before and answers from this one. */
    void retireOutdated();
}
