package io.docent.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps from asking a model that does not answer (circuit breaker: Nygard 2007): after failures in a row it is not asked for
 * a while, then one question tries it. For any thread.
 */
final class Circuit {

    private static final int MOST_FAILURES = 3;
    private static final Duration REST = Duration.ofSeconds(30);

    private final Clock clock;
    private int failures;
    private Instant openUntil = Instant.MIN;

    Circuit(Clock clock) {
        this.clock = clock;
    }

    /** Whether the model may be asked now. */
    synchronized boolean allows() {
        if (failures < MOST_FAILURES) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(openUntil)) {
            return false;
        }
        openUntil = now.plus(REST); // this one tries; the others wait for what comes of it
        return true;
    }

    /** Whether the last few answers did not all fail. */
    synchronized boolean isClosed() {
        return failures < MOST_FAILURES;
    }

    /** Whether it was open until now. */
    synchronized boolean succeeded() {
        boolean was = failures >= MOST_FAILURES;
        failures = 0;
        return was;
    }

    /**
     * One more failure.
     *
     * @param lasting whether waiting a moment is of no use, as with a refused key
     * @return whether it opens with this one
     */
    synchronized boolean failed(boolean lasting) {
        boolean was = failures >= MOST_FAILURES;
        failures = lasting ? MOST_FAILURES : Math.min(MOST_FAILURES, failures + 1);
        if (failures >= MOST_FAILURES) {
            openUntil = clock.instant().plus(REST);
        }
        return !was && failures >= MOST_FAILURES;
    }
}
