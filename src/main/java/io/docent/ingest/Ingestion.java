package io.docent.ingest;

import io.docent.document.DocumentId;

/** What became of a file that was handed over. */
public sealed interface Ingestion {

    /** Path relative to the folder, or the upload's file name. */
    String source();

    /** It is in the index now, in this version. */
    record Indexed(String source, DocumentId id, int passages) implements Ingestion {}

    /** The index had this version already. */
    record Unchanged(String source, DocumentId id) implements Ingestion {}

    /**
     * It cannot be read.
     *
     * @param reason for the person who put it there: what is wrong and what to do
     * @param passing whether the same file may be read the next time it is tried
     */
    record Unreadable(String source, String reason, boolean passing) implements Ingestion {

        Unreadable(String source, String reason) {
            this(source, reason, false);
        }
    }
}
