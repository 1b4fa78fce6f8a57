package io.docent.chat;

import io.docent.ingest.Progress;

/** Tells whoever asks before the folder is indexed that an answer may still come. */
final class Unread {

    private Unread() {}

    /** For the reader. */
    static String notice(Progress indexing) {
        return indexing.total() == 0
                ? "The documents are still being indexed. Ask again in a moment."
                : "The documents are still being indexed, " + indexing.done() + " of " + indexing.total()
                        + " so far. Ask again when that is done.";
    }
}
