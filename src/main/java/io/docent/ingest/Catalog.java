package io.docent.ingest;

import io.docent.document.DocumentId;
import io.docent.index.IndexException;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is in the index, written but not committed documents included, and which document a name belongs to. For any
 * thread.
 */
interface Catalog {

    /** Notes a document that was written. */
    void put(IndexedDocument document);

    /** Notes that a document was removed. */
    void remove(DocumentId id);

    @Nullable
    IndexedDocument find(Origin origin, String source);

    @Nullable
    IndexedDocument find(DocumentId id);

    Collection<IndexedDocument> all(Origin origin);

    /** Waits until nobody else deals with the document of this name, and keeps others waiting until closed. */
    Hold hold(Origin origin, String source) throws InterruptedException;

    /** The same without waiting for another process; empty where one deals with the document. */
    Optional<Hold> holdIfFree(Origin origin, String source) throws InterruptedException;

    /** Makes all that was written durable and seen. */
    void commit();

    /** Forgets all that was not committed, for when a commit failed. */
    void reload();

    /**
     * Takes what one process alone does.
     *
     * @return whether it is this one's turn now
     */
    boolean takeTurn(String task);

    void endTurn(String task);

    /**
     * Looks whether a folder can be the one that the index was made from.
     *
     * @param known sources of the folder's documents in the index
     * @param listed sources of the files in the folder
     * @throws IndexException where others have another folder
     */
    void checkFolder(Set<String> known, Set<String> listed);

    /**
     * One caller's turn with one document.
     *
     * @param id of the document, a new one where there is none of its name
     * @param end ends the turn
     */
    record Hold(DocumentId id, Catalog catalog, Runnable end) implements AutoCloseable {

        /** The document as it is now, written but not committed included; null where it is not. */
        @Nullable
        IndexedDocument known() {
            return catalog.find(id);
        }

        @Override
        public void close() {
            end.run();
        }
    }
}
