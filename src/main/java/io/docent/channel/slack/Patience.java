package io.docent.channel.slack;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits between the attempts of one call: as Slack says, else twice as long each time. For one thread. */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final long end;
    private Duration next = FIRST;
    private boolean told;

    Patience(Duration giveUpAfter) {
        end = System.nanoTime() + giveUpAfter.toNanos();
    }

    /**
     * Waits until the call may be tried again.
     *
     * @throws UnavailableException the given one, where that would be too late
     */
    void waitAfter(UnavailableException failure) {
        Duration asked = failure.retryAfter();
        Duration wait = asked == null ? next : asked;
        if (asked == null) {
            next = min(next.multipliedBy(2), LONGEST);
        }
        if (System.nanoTime() + wait.toNanos() - end > 0) {
            throw failure;
        }
        if (!told) {
            told = true;
            LOG.warn("{}; trying again in {} s", failure.getMessage(), Math.max(1, wait.toSeconds()));
        }
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
