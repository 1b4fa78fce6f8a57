package io.docent.model;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A model's server answered with an error. The message has the status and what the server said, shortened and without
 * keys; the operator can act, or a later try.
 */
public final class RefusedException extends HttpException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration retryAfter;

    RefusedException(int status, String message, @Nullable Duration retryAfter) {
        super(status, message);
        this.retryAfter = retryAfter;
    }

    /** How long the server asks to wait; null where it does not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The refusal among the causes of a failure; null where there is none. */
    public static @Nullable RefusedException in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return refused;
            }
        }
        return null;
    }
}
