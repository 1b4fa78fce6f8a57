package io.docent.answer;

/** Whether the documents bear a sentence out. */
public enum Support {
    /** The sentence is a quote. */
    QUOTED,
    /** Every claim of the sentence stands in its citations. */
    SUPPORTED,
    /** Something in the sentence does not stand in its citations. */
    UNSUPPORTED
}
