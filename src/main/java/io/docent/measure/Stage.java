package io.docent.measure;

import java.util.Locale;

/** A step on the way from a question to its answer. */
public enum Stage {
    /** The model in process turns the question into vectors. */
    EMBED,
    /** Passages are found by words. */
    WORDS,
    /** Passages are found by meaning. */
    MEANING,
    /** The sentences of the best passages are scored, and the passages put in order by them. */
    RANK,
    /** Sentences are quoted. */
    QUOTE,
    /** A language model writes, from the request to its last word. */
    WRITE,
    /** A written sentence is checked against the passages. */
    CHECK,
    /** The turn is kept in the history. */
    RECORD;

    /** As it is called in metrics and traces. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
