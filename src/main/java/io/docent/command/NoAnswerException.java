package io.docent.command;

/** A server that cannot be reached, refuses or fails; the message says what to do. */
final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAnswerException(String message) {
        super(message);
    }
}
