package io.docent.ingest;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when something in the folder changes, a moment after the last change of a burst. Where the file system cannot
 * tell (a network drive, too many folders), the regular scan still finds out.
 */
@Singleton
final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private static final Duration QUIET = Duration.ofMillis(400);

    /** A folder that is written to without end is still looked at. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final DocumentFolder folder;
    private final Map<WatchKey, Path> watched = new HashMap<>();
    private @Nullable WatchService service;
    private boolean closed;

    FolderWatch(DocumentFolder folder) {
        this.folder = folder;
    }

    /** Calls {@code changed} on a thread of its own, after every burst of changes, until closed. */
    void start(Runnable changed) {
        try {
            WatchService opened = open();
            if (opened == null) {
                return;
            }
            watchBelow(folder.root(), opened);
            Thread.ofPlatform().name("folder-watch").daemon().start(() -> watch(opened, changed));
        } catch (ClosedWatchServiceException e) {
            LOG.debug("Closed before {} was watched", folder.root());
        } catch (IOException e) {
            LOG.info("Changes in {} are found by the regular scan alone: {}", folder.root(), e.getMessage());
        }
    }

    /** Null where this was closed before it began. */
    private synchronized @Nullable WatchService open() throws IOException {
        if (!closed) {
            service = folder.root().getFileSystem().newWatchService();
        }
        return service;
    }

    private void watch(WatchService events, Runnable changed) {
        try {
            while (true) {
                take(events.take(), events);
                long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
                WatchKey next = events.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
                while (next != null && System.nanoTime() < deadline) {
                    take(next, events);
                    next = events.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
                }
                if (next != null) {
                    take(next, events);
                }
                changed.run();
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            LOG.debug("No longer watching {}", folder.root());
        }
    }

    private void take(WatchKey key, WatchService events) {
        Path where = watched.get(key);
        for (var event : key.pollEvents()) {
            if (where != null && event.context() instanceof Path name && Files.isDirectory(where.resolve(name))) {
                watchBelow(where.resolve(name), events);
            }
        }
        if (!key.reset()) {
            watched.remove(key);
        }
    }

    private void watchBelow(Path start, WatchService events) {
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                    if (!path.equals(start) && path.getFileName().toString().startsWith(".")) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    WatchKey key = path.register(
                            events,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                    watched.put(key, path);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.info("Changes below {} are found by the regular scan alone: {}", start, e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException e) {
            LOG.debug("Closing the watch failed", e);
        }
    }
}
