package io.docent.claim;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all processes that share an index and a database have to have alike. Each tells its own for as long as it runs. One
 * that starts with something else waits until those that differ are gone, and after the length of a lease gives up: a
 * process that was killed is gone by then. For any thread.
 */
@Singleton
@Requires(beans = Leases.class)
public final class Agreement {

    private static final Logger LOG = LoggerFactory.getLogger(Agreement.class);

    private static final int SHORTEST_PAUSE_MS = 500;
    private static final int LONGEST_PAUSE_MS = 1_500;

    private final Leases leases;
    private final Duration patience;

    @Inject
    Agreement(Leases leases) {
        this(leases, Leases.LEASE.plusSeconds(5));
    }

    /** @param patience how long those that differ are waited for */
    Agreement(Leases leases, Duration patience) {
        this.leases = leases;
        this.patience = patience;
    }

    /**
     * Tells others what this process has, and returns once none has something else.
     *
     * @param settings values by their names, each name up to 100 characters
     * @throws ConfigurationException where another process that runs has something else
     */
    public void join(Map<String, String> settings) {
        long until = System.nanoTime() + patience.toNanos();
        Optional<String> difference = announce(settings);
        difference.ifPresent(what -> LOG.warn("{}; waiting whether that one is gone", what));
        while (difference.isPresent() && System.nanoTime() < until) {
            pause();
            difference = announce(settings);
        }
        if (difference.isPresent()) {
            throw new ConfigurationException(difference.get()
                    + "; give all of them the same, or stop all others before this one starts with another");
        }
    }

    /** Not before it agrees: one that is wrong again and again must not keep others from starting. */
    private Optional<String> announce(Map<String, String> settings) {
        Optional<String> before = difference(settings);
        if (before.isPresent()) {
            return before;
        }
        settings.forEach((name, value) -> leases.take(own(name), value));
        // Another may have done the same at the same time.
        Optional<String> after = difference(settings);
        if (after.isPresent()) {
            settings.keySet().forEach(name -> leases.give(own(name)));
        }
        return after;
    }

    private static String prefix(String name) {
        return "setting:" + name + ":";
    }

    private String own(String name) {
        return prefix(name) + leases.run();
    }

    private Optional<String> difference(Map<String, String> settings) {
        return settings.entrySet().stream()
                .flatMap(own -> leases.others(prefix(own.getKey())).stream()
                        .filter(other -> !other.equals(own.getValue()))
                        .map(other -> own.getKey() + " is '" + own.getValue()
                                + "', but another Docent that runs on the same database has '" + other + "'"))
                .findFirst();
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another Docent to be gone", e);
        }
    }
}
