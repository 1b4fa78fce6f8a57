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
     */
    record Unreadable(String source, String reason) implements Ingestion {}
}
