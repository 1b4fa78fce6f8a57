package io.docent.document;

import org.jspecify.annotations.Nullable;

/** A document that cannot be read as it is. Its message is shown to whoever put it there and says what to do. */
public final class UnreadableDocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public UnreadableDocumentException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public UnreadableDocumentException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** What is wrong and what to do, in one sentence for whoever put the document there. */
    public String reason() {
        return reason;
    }
}
