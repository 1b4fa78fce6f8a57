package io.docent.load;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** How many may be inside at once, of whom some may have to wait; whoever comes beyond is refused. For any thread. */
public final class Bound {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final String what;
    private final int most;
    private final Semaphore places;
    private final AtomicInteger inside = new AtomicInteger();

    /**
     * A bound.
     *
     * @param what is bounded, in the plural
     * @param most inside, waiting or at work
     * @param atOnce at work; others wait in the order they came
     */
    Bound(String what, int most, int atOnce) {
        this.what = what;
        this.most = most;
        this.places = new Semaphore(Math.min(most, atOnce), true);
    }

    /**
     * Does this inside.
     *
     * @throws BusyException where there is no room
     */
    public <T> T within(Callable<T> work) throws Exception {
        enter();
        try {
            places.acquire();
            try {
                return work.call();
            } finally {
                places.release();
            }
        } finally {
            leave();
        }
    }

    /** Refuses already now who would be refused {@linkplain #within inside}, before anything is made ready for him. */
    public void check() {
        if (inside.get() >= most) {
            throw busy();
        }
    }

    /** Takes a place that {@link #leave} gives back. */
    public void enter() {
        if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            throw busy();
        }
    }

    public void leave() {
        inside.decrementAndGet();
    }

    /** How many are inside. */
    public int inside() {
        return inside.get();
    }

    private BusyException busy() {
        return new BusyException(what, most, RETRY_AFTER);
    }
}
