package io.docent.answer;

/**
 * A word of a statement.
 *
 * @param text as it is written
 * @param lower in lower case, with a plain apostrophe
 * @param key by which it is compared
 * @param kind what it is
 * @param start offset in the statement's text
 * @param end offset after its last character
 */
record Word(String text, String lower, String key, Kind kind, int start, int end) {

    /** What a word is. */
    enum Kind {
        /** Carries no meaning of its own, or none that can be checked. */
        FUNCTION,
        CONTENT,
        /** A name of a person, place or thing, or an identifier. */
        NAME,
        /** A part of a quantity or a date. */
        NUMBER
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
