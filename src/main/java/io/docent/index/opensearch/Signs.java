package io.docent.index.opensearch;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells others now and then that this process lives, on a thread of its own, until closed. */
final class Signs implements AutoCloseable {

    /** How often in one lease, so that a few may fail. */
    private static final int EACH_LEASE = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Signs.class);

    private final Thread thread;

    /** @param give may fail; the next one is tried all the same */
    Signs(Runnable give, Duration lease) {
        long pause = Math.max(1, lease.toMillis() / EACH_LEASE);
        thread = Thread.ofPlatform().name("index-signs").daemon().start(() -> run(give, pause));
    }

    private static void run(Runnable give, long pause) {
        try {
            while (true) {
                Thread.sleep(pause);
                give(give);
            }
        } catch (InterruptedException e) {
            LOG.debug("No more signs are given");
        }
    }

    private static void give(Runnable give) {
        try {
            give.run();
        } catch (RuntimeException e) {
            LOG.debug("Others cannot be told that this process lives", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
