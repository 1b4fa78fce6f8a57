package io.docent.document;

import org.jspecify.annotations.Nullable;

/** A document that cannot be read as it is. Its message is shown to whoever put it there and says what to do. */
public final class UnreadableDocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableDocumentException(String reason) {
        super(reason);
    }

    public UnreadableDocumentException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
