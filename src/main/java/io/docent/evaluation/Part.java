package io.docent.evaluation;

/** A part of what is measured. */
public enum Part {
    /** Which passages are found, and in which order. */
    RETRIEVAL,
    /** What is answered, cited and refused. */
    ANSWERS,
    /** What is refused where documents are left out for it. */
    NOT_FOUND
}
