package io.docent.document;

import org.jspecify.annotations.Nullable;

/** A document that cannot be read as it is. Its message is shown to whoever put it there and says what to do. */
public final class UnreadableDocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final boolean passing;

    public UnreadableDocumentException(String reason) {
        this(reason, null);
    }

    public UnreadableDocumentException(String reason, @Nullable Throwable cause) {
        this(reason, cause, false);
    }

    private UnreadableDocumentException(String reason, @Nullable Throwable cause, boolean passing) {
        super(reason, cause);
        this.reason = reason;
        this.passing = passing;
    }

    /** What stands in the way is no fault of the document's and may be gone the next time. */
    static UnreadableDocumentException forNow(String reason, @Nullable Throwable cause) {
        return new UnreadableDocumentException(reason, cause, true);
    }

    /** What is wrong and what to do, in one sentence for whoever put the document there. */
    public String reason() {
        return reason;
    }

    /** Whether the same bytes may be read the next time they are tried. */
    public boolean isPassing() {
        return passing;
    }
}
