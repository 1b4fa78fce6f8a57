package io.docent.document;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Bounds the time that reading takes. */
final class TimeLimit {

    /** Parsers go down as deep as documents are nested. */
    static final long STACK_BYTES = 16L << 20;

    private TimeLimit() {}

    /** Something that reads. */
    interface Reading<T> {
        T read() throws IOException, UnreadableDocumentException;
    }

    /**
     * Reads on a thread of its own. One that is not done in time is interrupted and left alone.
     *
     * @param stop is run when nobody waits any more, since not everything can be interrupted
     */
    static <T> T run(Patience patience, Reading<T> reading, Runnable stop)
            throws IOException, UnreadableDocumentException {
        FutureTask<T> task = new FutureTask<>(reading::read);
        Thread thread = new Thread(null, task, "read-document", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return await(task, patience);
        } catch (TimeoutException e) {
            thread.interrupt();
            stop.run();
            throw new UnreadableDocumentException(
                    "reading it took longer than the " + patience.limit().toSeconds() + " s that " + patience.setting()
                            + " allows; split or simplify it",
                    e);
        } catch (InterruptedException e) {
            thread.interrupt();
            stop.run();
            Thread.currentThread().interrupt();
            throw UnreadableDocumentException.forNow(
                    "reading it was interrupted; it is read again at the next scan", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    /** Waits as long as there is patience, which may grow while a scan is found to be one. */
    private static <T> T await(FutureTask<T> task, Patience patience)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            try {
                return task.get(Math.max(1, patience.left().toMillis()), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (!patience.left().isPositive()) {
                    throw e;
                }
            }
        }
    }

    private static IOException failure(@Nullable Throwable cause) throws UnreadableDocumentException {
        return switch (cause) {
            case UnreadableDocumentException e -> throw e;
            case IOException e -> e;
            case Error e -> throw e;
            case null, default -> throw new IllegalStateException(cause);
        };
    }
}
