package io.docent.channel.slack;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Slack did not do what it was called for, or nobody knows whether it did; later it may. */
final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration retryAfter;
    private final boolean perhapsDone;

    /**
     * Makes one.
     *
     * @param retryAfter when Slack wants to be called again, where it says so
     * @param perhapsDone whether the call may have been carried out all the same
     */
    UnavailableException(
            String message, @Nullable Duration retryAfter, boolean perhapsDone, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
        this.perhapsDone = perhapsDone;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    boolean isPerhapsDone() {
        return perhapsDone;
    }
}
