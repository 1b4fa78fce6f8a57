package io.docent.ingest;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread for each core, for everything that indexing computes: however many documents are under way, questions
 * compete with no more threads than these, and these give way to them.
 */
@Singleton
final class EmbeddingPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingPool.class);

    private final ThreadPoolExecutor threads;

    EmbeddingPool() {
        int cores = Runtime.getRuntime().availableProcessors();
        threads = new ThreadPoolExecutor(
                cores, cores, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), GivingWay.threads("embed-"));
    }

    /** Applies a function to all, on all threads, and gives the results in the order of the items. */
    <T, R> List<R> map(List<T> items, Function<T, R> function) throws InterruptedException {
        List<Future<R>> futures = new ArrayList<>(items.size());
        for (T item : items) {
            futures.add(threads.submit(() -> function.apply(item)));
        }
        try {
            List<R> results = new ArrayList<>(items.size());
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("embedding failed: " + e.getMessage(), e);
        } finally {
            futures.forEach(future -> future.cancel(false));
        }
    }

    /** How much waits for a thread. */
    int waiting() {
        return threads.getQueue().size();
    }

    @PreDestroy
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("Stopping while a text is still being embedded");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
