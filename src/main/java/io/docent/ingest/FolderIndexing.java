package io.docent.ingest;

import io.docent.index.IndexException;
import io.docent.index.PassageIndex;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index as the folder is, from {@link #start} to the end of the service: once at the start, then whenever the
 * file system tells of a change, somebody asks, or enough time has gone by. One scan at a time, on a thread of its own.
 */
@Singleton
public final class FolderIndexing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderIndexing.class);

    private final DocumentFolder folder;
    private final FolderWatch watch;
    private final IngestSettings settings;
    private final Ingester ingester;
    private final Catalog catalog;
    private final PassageIndex index;
    private final Uploads uploads;
    private final Reembedding reembedding;
    private final ScanProgress progress = new ScanProgress();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final CountDownLatch firstScan = new CountDownLatch(1);
    private boolean scanWanted = true;
    private boolean stopping;
    private final Thread thread;

    FolderIndexing(
            DocumentFolder folder,
            FolderWatch watch,
            IngestSettings settings,
            Ingester ingester,
            Catalog catalog,
            PassageIndex index,
            Uploads uploads,
            Reembedding reembedding) {
        this.folder = folder;
        this.watch = watch;
        this.settings = settings;
        this.ingester = ingester;
        this.catalog = catalog;
        this.index = index;
        this.uploads = uploads;
        this.reembedding = reembedding;
        this.thread = Thread.ofPlatform().name("indexing").daemon().unstarted(this::run);
    }

    /** Begins; returns at once. */
    public void start() {
        thread.start();
    }

    /** Asks for a scan, one more where one is going on; returns at once. */
    public void scan() {
        lock.lock();
        try {
            scanWanted = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the end of the first scan.
     *
     * @return whether it has ended
     */
    public boolean awaitFirstScan(Duration atMost) throws InterruptedException {
        return firstScan.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The folder that is indexed, as it was set. */
    public String folder() {
        return settings.folder();
    }

    public Progress progress() {
        return progress.now();
    }

    /** Whether the folder has files that are not in the index as they are now, as far as is known. */
    public boolean isBehind() {
        return progress.isBehind();
    }

    private void run() {
        watch.start(this::scan);
        try {
            reembedding.run(progress);
            uploads.restore();
            catalog.commit();
        } catch (InterruptedException e) {
            return;
        } catch (RuntimeException e) {
            LOG.error("What was kept from before cannot be brought up to date: {}", e.getMessage(), e);
        }
        try {
            while (awaitWish() && scanOnce()) {
                index.settle();
            }
        } catch (InterruptedException e) {
            LOG.debug("Stopped while the index was settled");
        }
    }

    /** Waits until a scan is due; false when the service stops. */
    private boolean awaitWish() {
        lock.lock();
        try {
            long left = settings.rescan().toNanos();
            while (!scanWanted && !stopping && left > 0) {
                left = changed.awaitNanos(left);
            }
            scanWanted = false;
            return !stopping;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean scanOnce() {
        long start = System.nanoTime();
        progress.start();
        try {
            FolderScan.Outcome outcome = new FolderScan(folder, settings, ingester, catalog, progress).run();
            progress.completed();
            if (outcome.changed() && firstScan.getCount() == 0) {
                LOG.info(
                        "Indexed {}, renamed {}, removed {} in {} s",
                        outcome.indexed(),
                        outcome.renamed(),
                        outcome.removed(),
                        Duration.ofNanos(System.nanoTime() - start).toSeconds());
            }
        } catch (InterruptedException e) {
            return false;
        } catch (IndexException e) {
            if (isStopping()) {
                return false;
            }
            String again = "it is tried again in " + settings.rescan().toSeconds() + " s";
            LOG.error("Indexing stopped: {}; {}", e.getMessage(), again);
            progress.stopped(settings.folder(), e.getMessage() + "; " + again);
            recover();
        } catch (RuntimeException e) {
            if (isStopping()) {
                return false;
            }
            LOG.error(
                    "Indexing stopped; it is tried again in {} s.",
                    settings.rescan().toSeconds(),
                    e);
        } finally {
            progress.finish();
            firstScan.countDown();
        }
        return true;
    }

    private boolean isStopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }

    /** What was written but not committed is lost: look again at what is there. */
    private void recover() {
        try {
            catalog.commit();
        } catch (IndexException e) {
            LOG.debug("The index still cannot be written", e);
        }
        catalog.reload();
    }

    @PreDestroy
    @Override
    public void close() {
        lock.lock();
        try {
            stopping = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        watch.close();
        thread.interrupt();
        try {
            // Where the port is taken, indexing has not begun when all is closed.
            if (thread.isAlive()) {
                thread.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
