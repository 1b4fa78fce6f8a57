package io.docent.load;

import java.time.Duration;

/** There is as much to do as can be taken in; the same request may be sent again later. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    BusyException(String what, int most, Duration retryAfter) {
        super("%,d %s are under way, as many as are taken at once; try again in %d s"
                .formatted(most, what, retryAfter.toSeconds()));
        this.retryAfter = retryAfter;
    }

    /** How long to wait, in whole seconds, 1 or more. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
