package io.docent.document;

/** A text got longer than it may be; unchecked, as it has to pass through parsers that know nothing of it. */
final class TooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int limit;

    TooLongException(int limit) {
        super("more than " + limit + " characters");
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
