package io.docent.index;

/** Where a document came from. */
public enum Origin {
    /** A file of the watched folder: lives and goes with it. */
    FOLDER,
    /** Handed over by a person: stays until a person deletes it. */
    UPLOAD
}
