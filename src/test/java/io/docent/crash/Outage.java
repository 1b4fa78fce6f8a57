package io.docent.crash;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/** How something went that is done again and again while what it needs goes away and comes back. For any thread. */
final class Outage {

    /** The status of what cannot be done now. */
    static final int AWAY = 503;

    private static final int OK = 200;

    private final String what;
    private final Map<Integer, Integer> unexpected = new TreeMap<>();
    private int done;
    private int refused;
    private long lastSuccess = System.nanoTime();
    private long longest;
    private long slowest;

    Outage(String what) {
        this.what = what;
    }

    /** Makes a request that gives the status of its answer. */
    void note(IntSupplier request) {
        long start = System.nanoTime();
        note(request.getAsInt(), System.nanoTime() - start);
    }

    private synchronized void note(int status, long took) {
        slowest = Math.max(slowest, took);
        if (status == OK) {
            done++;
            long now = System.nanoTime();
            longest = Math.max(longest, now - lastSuccess);
            lastSuccess = now;
        } else if (status == AWAY) {
            refused++;
        } else {
            unexpected.merge(status, 1, Integer::sum);
        }
    }

    /** How many were done. */
    synchronized int done() {
        return done;
    }

    /** How many were refused since it was last told. */
    synchronized int refused() {
        return refused;
    }

    /** Statuses that are neither, with how often they came. */
    synchronized Map<Integer, Integer> unexpected() {
        return Map.copyOf(unexpected);
    }

    /** Tells of it, and begins anew but for the number of those done. */
    synchronized String told() {
        String told = "%s: %d done so far, %d refused, longest time without success %.1f s, slowest answer %.1f s"
                .formatted(what, done, refused, longest / 1e9, slowest / 1e9);
        refused = 0;
        longest = 0;
        slowest = 0;
        return told;
    }
}
