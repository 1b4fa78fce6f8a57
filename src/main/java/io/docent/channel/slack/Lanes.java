package io.docent.channel.slack;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded queue of many lanes: what is in one lane is done in its order, one after another; lanes do not wait for each
 * other. Each lane that has something to do has a virtual thread. For any thread.
 */
final class Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final int most;
    private final Map<String, Queue<Runnable>> lanes = new HashMap<>();
    private int size;
    private boolean closed;

    /**
     * Makes a queue.
     *
     * @param most how much may wait or be done at once
     */
    Lanes(int most) {
        this.most = most;
    }

    /** Keeps room for one thing more; false where there is none. */
    synchronized boolean reserve() {
        if (closed || size >= most) {
            return false;
        }
        size++;
        return true;
    }

    /** Keeps room for one thing more than there may be. */
    synchronized void reserveAnyway() {
        size++;
    }

    /** Puts at the end of a lane what room was kept for. */
    synchronized void enter(String lane, Runnable work) {
        Queue<Runnable> running = lanes.get(lane);
        if (running == null) {
            Queue<Runnable> made = new ArrayDeque<>();
            made.add(work);
            lanes.put(lane, made);
            Thread.ofVirtual().name("slack-" + lane).start(() -> drive(lane, made));
        } else {
            running.add(work);
        }
    }

    private void drive(String lane, Queue<Runnable> queue) {
        Runnable next = next(lane, queue);
        while (next != null) {
            try {
                next.run();
            } catch (RuntimeException e) {
                LOG.error("Work for Slack failed", e);
            } finally {
                done();
            }
            next = next(lane, queue);
        }
    }

    private synchronized @Nullable Runnable next(String lane, Queue<Runnable> queue) {
        Runnable next = closed ? null : queue.poll();
        if (next == null) {
            lanes.remove(lane);
        }
        return next;
    }

    /** How much waits or is being done. */
    synchronized int size() {
        return size;
    }

    private synchronized void done() {
        size--;
    }

    /** Begins nothing more; what is kept elsewhere is done after the next start. */
    synchronized void close() {
        closed = true;
    }
}
