package io.docent.evaluation;

/** A part of what is measured. */
public enum Part {
    /** Which passages are found, and in which order. */
    RETRIEVAL,
    /** What is answered, cited and refused. */
    ANSWERS,
    /** What is refused where documents are left out for it. */
    NOT_FOUND,
    /** Which written sentences are found to be borne out, with sentences made true and false by rule. */
    SUPPORT
}
