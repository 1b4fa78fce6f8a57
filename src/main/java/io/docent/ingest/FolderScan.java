package io.docent.ingest;

import io.docent.document.ContentHash;
import io.docent.document.RawDocument;
import io.docent.index.IndexException;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import io.docent.ingest.DocumentFolder.File;
import io.docent.ingest.DocumentFolder.Listing;
import io.docent.ingest.Ingestion.Indexed;
import io.docent.ingest.Ingestion.Unchanged;
import io.docent.ingest.Ingestion.Unreadable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look through the folder that brings the index to what is there: what is new or changed is read, what was renamed
 * gets its new name, what is gone is removed. Commits every few seconds, so that a long first scan is searched while it
 * goes on and goes on after a crash where it was.
 */
final class FolderScan {

    private static final Logger LOG = LoggerFactory.getLogger(FolderScan.class);

    /** A file that was changed this shortly before it was read may be changed again without a new time. */
    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(2);

    private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);

    private static final long PAUSE_MS = 500;

    private final DocumentFolder folder;
    private final IngestSettings settings;
    private final Ingester ingester;
    private final Catalog catalog;
    private final ScanProgress progress;
    private Instant lastCommit = Instant.now();

    FolderScan(
            DocumentFolder folder, IngestSettings settings, Ingester ingester, Catalog catalog, ScanProgress progress) {
        this.folder = folder;
        this.settings = settings;
        this.ingester = ingester;
        this.catalog = catalog;
        this.progress = progress;
    }

    Outcome run() throws InterruptedException {
        Listing listing = folder.list();
        Map<String, IndexedDocument> known = new HashMap<>();
        catalog.all(Origin.FOLDER).forEach(document -> known.put(document.source(), document));
        catalog.checkFolder(known.keySet(), listing.files().keySet());
        List<File> changed = new ArrayList<>();
        List<File> added = new ArrayList<>();
        for (File file : listing.files().values()) {
            IndexedDocument document = known.get(file.source());
            if (document == null) {
                added.add(file);
            } else if (mayHaveChanged(file, document)) {
                changed.add(file);
            }
        }
        List<IndexedDocument> gone = known.values().stream()
                .filter(document -> !listing.files().containsKey(document.source()))
                .filter(document -> !listing.mayHide(document.source()))
                .toList();
        List<File> toRead = new ArrayList<>(changed);
        toRead.addAll(added);
        progress.begin(listing, toRead);
        return bringUpToDate(changed, added, gone);
    }

    private static boolean mayHaveChanged(File file, IndexedDocument document) {
        return file.size() != document.size()
                || !file.modified().equals(document.modified())
                || file.modified().plus(CLOCK_GRAIN).isAfter(document.indexedAt());
    }

    private Outcome bringUpToDate(List<File> changed, List<File> added, List<IndexedDocument> gone)
            throws InterruptedException {
        Map<IndexedDocument, File> renamed = renames(added, gone);
        renamed.forEach((document, file) -> {
            ingester.rename(document, file.source(), file.modified());
            progress.skip(file);
        });
        List<IndexedDocument> removed =
                gone.stream().filter(document -> !renamed.containsKey(document)).toList();
        removed.forEach(document -> ingester.remove(document.id()));
        List<File> toRead = new ArrayList<>(changed);
        added.stream().filter(file -> !renamed.containsValue(file)).forEach(toRead::add);
        // Another ending may make it another kind of text: notes.txt, renamed to notes.md, gets its headings.
        renamed.forEach((document, file) -> {
            if (!ending(document.source()).equals(ending(file.source()))) {
                toRead.add(file);
            }
        });
        // The many small ones first: most of the folder is found soon, whatever one huge file takes.
        toRead.sort(Comparator.comparingLong(File::size));
        int indexed = readAll(toRead);
        if (indexed > 0 || !renamed.isEmpty() || !removed.isEmpty() || !toRead.isEmpty()) {
            catalog.commit();
        }
        return new Outcome(indexed, renamed.size(), removed.size());
    }

    private static String ending(String source) {
        return source.substring(source.lastIndexOf('.') + 1);
    }

    /** A new file with the content of one that is gone is that one under another name. */
    private Map<IndexedDocument, File> renames(List<File> added, List<IndexedDocument> gone) {
        Map<IndexedDocument, File> renames = new HashMap<>();
        for (File file : added) {
            List<IndexedDocument> sameSize = gone.stream()
                    .filter(document -> document.size() == file.size() && !renames.containsKey(document))
                    .toList();
            if (!sameSize.isEmpty()) {
                String hash = hashOf(file);
                sameSize.stream()
                        .filter(document -> document.hash().equals(hash))
                        .findFirst()
                        .ifPresent(document -> renames.put(document, file));
            }
        }
        return renames;
    }

    private static String hashOf(File file) {
        try {
            return ContentHash.of(Files.readAllBytes(file.path()));
        } catch (IOException e) {
            return ""; // it will be read again as a new file, and its failure told there
        }
    }

    /** What another process reads is looked at again when all else is done, in case that one dies. */
    private int readAll(List<File> files) throws InterruptedException {
        int indexed = 0;
        List<File> left = files;
        while (!left.isEmpty()) {
            List<File> elsewhere = Collections.synchronizedList(new ArrayList<>());
            indexed += readAll(left, elsewhere);
            if (!elsewhere.isEmpty()) {
                // Another process may wait for what is not committed here.
                catalog.commit();
                Thread.sleep(PAUSE_MS);
            }
            left = List.copyOf(elsewhere);
        }
        return indexed;
    }

    /** Reads files side by side, no more at once than there are cores: each may be large. */
    private int readAll(List<File> files, List<File> elsewhere) throws InterruptedException {
        int indexed = 0;
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService readers = Executors.newFixedThreadPool(cores, GivingWay.threads("read-"));
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (File file : files) {
                Callable<Boolean> reading = () -> read(file, elsewhere);
                results.add(readers.submit(reading));
            }
            for (Future<Boolean> result : results) {
                indexed += result.get() ? 1 : 0;
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IndexException broken
                    ? broken
                    : new IllegalStateException("indexing failed: " + e.getMessage(), e);
        } finally {
            readers.shutdownNow();
        }
        return indexed;
    }

    private boolean read(File file, List<File> elsewhere) throws InterruptedException {
        if (progress.isKnownFailure(file)) {
            progress.skip(file);
            return false;
        }
        Optional<Catalog.Hold> free = catalog.holdIfFree(Origin.FOLDER, file.source());
        if (free.isEmpty()) {
            elsewhere.add(file);
            return false;
        }
        Ingestion outcome;
        try (Catalog.Hold hold = free.get()) {
            outcome = ingest(file, hold);
        } catch (IOException e) {
            // What stood in the way may be gone at the next scan without a change to the file.
            progress.failedForNow(file, reason(e));
            return false;
        }
        if (outcome instanceof Unreadable && Thread.currentThread().isInterrupted()) {
            // The scan ends; that is no fault of the file's, to be remembered.
            throw new InterruptedException("the scan has ended before " + file.source() + " was read");
        }
        if (outcome instanceof Unreadable unreadable && unreadable.passing()) {
            progress.failedForNow(file, unreadable.reason());
            return false;
        }
        progress.done(file, outcome);
        commitNowAndThen();
        return switch (outcome) {
            case Indexed indexed -> true;
            case Unchanged unchanged -> false;
            case Unreadable unreadable -> false;
        };
    }

    private Ingestion ingest(File file, Catalog.Hold hold) throws IOException, InterruptedException {
        if (file.size() > settings.maximumFileSize()) {
            return new Unreadable(
                    file.source(),
                    "it has %,d bytes, more than the %,d of docent.ingest.maximum-file-size; split it or raise that"
                            .formatted(file.size(), settings.maximumFileSize()));
        }
        try {
            byte[] bytes = Files.readAllBytes(file.path());
            return ingester.ingest(hold, Origin.FOLDER, new RawDocument(file.source(), null, bytes), file.modified());
        } catch (IndexException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            return new Unreadable(
                    file.source(), "indexing it takes more memory than there is; split it or give Docent more");
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("Indexing {} failed", file.source(), e);
            return new Unreadable(file.source(), "Docent failed on it; the log says how. Please report this");
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException gone -> "it was gone before it could be read";
            case AccessDeniedException denied -> "permission denied; let the service's user read it";
            default -> "it cannot be read: " + failure.getMessage();
        };
    }

    private synchronized void commitNowAndThen() {
        Instant now = Instant.now();
        if (Duration.between(lastCommit, now).compareTo(COMMIT_EVERY) > 0) {
            catalog.commit();
            lastCommit = Instant.now();
        }
    }

    /** How many documents a scan changed. */
    record Outcome(int indexed, int renamed, int removed) {

        boolean changed() {
            return indexed + renamed + removed > 0;
        }
    }
}
