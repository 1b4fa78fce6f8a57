package io.docent.index.lucene;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs what writes files on threads that nobody interrupts, while the caller waits. An interrupt closes a channel under
 * whoever uses it ({@link java.nio.channels.InterruptibleChannel}), and Lucene then closes its writer: what was not yet
 * committed would be lost with every stop in the midst of indexing. For any thread; an interrupted one stays interrupted.
 */
final class Uninterrupted {

    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("index-writer-", 1).factory());

    /** Ends when the work has; throws what it threw. */
    void run(Work work) throws IOException {
        Future<?> done = threads.submit(() -> {
            work.run();
            return null;
        });
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    done.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Writes. */
    interface Work {
        void run() throws IOException;
    }
}
