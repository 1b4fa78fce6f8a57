package io.docent.model;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Models that are being loaded beside everything else. ONNX Runtime ends the process with a crash where the JVM exits in the
 * midst of that, so whoever exits waits. For any thread.
 */
public final class Loading {

    private static final Set<Thread> THREADS = ConcurrentHashMap.newKeySet();

    private Loading() {}

    /** Runs on a thread of its own. */
    static void start(Runnable load) {
        Thread thread = Thread.ofPlatform().name("load-model").daemon().unstarted(() -> {
            try {
                load.run();
            } finally {
                THREADS.remove(Thread.currentThread());
            }
        });
        THREADS.add(thread);
        thread.start();
    }

    /** Waits until nothing is being loaded, a second or so. */
    public static void await() {
        for (Thread thread : THREADS) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
