package io.docent.index;

/** The index cannot be read or written. Its message says what the operator can do. */
public final class IndexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IndexException(String message) {
        super(message);
    }

    public IndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
