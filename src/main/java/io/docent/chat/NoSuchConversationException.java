package io.docent.chat;

/** A conversation that was never there, was deleted or erased, or is another person's: which of them is not told. */
public final class NoSuchConversationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchConversationException(String id) {
        super("there is no conversation " + id + " of yours; leave conversationId out to begin one");
    }
}
