package io.docent.model;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Models that are being loaded beside everything else. ONNX Runtime ends the process with a crash where the JVM exits in the
 * midst of that, so whoever exits waits. For any thread.
 */
public final class Loading {

    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);

    private static final Set<Thread> THREADS = ConcurrentHashMap.newKeySet();

    private Loading() {}

    /**
     * Begins with ONNX Runtime's native library, which every in-process model needs, while nothing else is known yet. Where it
     * fails, loading a model fails too and says so.
     */
    public static void ahead() {
        start(() -> {
            try {
                OnnxEnvironment.get();
            } catch (RuntimeException | LinkageError e) {
                LOG.debug("ONNX Runtime cannot be loaded", e);
            }
        });
    }

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
