package io.docent.channel.slack;

import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Lets acknowledgements go first: what Slack waits for three seconds for does not compete for the processor with what
 * nobody waits for yet. For any thread.
 */
@Singleton
final class Rush {

    /** So long nothing came and nothing was acknowledged: it is over. */
    private static final Duration QUIET = Duration.ofMillis(40);

    /** A rush that does not end holds nothing up for longer. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private volatile long last = System.nanoTime() - QUIET.toNanos();

    /** Something came from Slack, or was acknowledged. */
    void seen() {
        last = System.nanoTime();
    }

    /** Waits until the rush is over. */
    void giveWay() {
        long begun = System.nanoTime();
        try {
            for (long now = begun;
                    now - last < QUIET.toNanos() && now - begun < LONGEST.toNanos();
                    now = System.nanoTime()) {
                Thread.sleep(QUIET);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }
}
