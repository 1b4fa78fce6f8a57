package io.docent.history;

/** What makes a question a gap. A question may be several of these. */
public enum GapKind {
    /** Nothing in the documents answers it. */
    NOT_FOUND,
    /** The documents do not bear out everything that a language model answered. */
    UNSUPPORTED,
    /** Somebody who read the answer said that it did not help, and has not changed their mind. */
    UNHELPFUL
}
