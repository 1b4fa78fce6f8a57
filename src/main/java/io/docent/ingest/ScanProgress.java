package io.docent.ingest;

import io.docent.ingest.DocumentFolder.File;
import io.docent.ingest.DocumentFolder.Listing;
import io.docent.ingest.Ingestion.Indexed;
import io.docent.ingest.Ingestion.Unchanged;
import io.docent.ingest.Ingestion.Unreadable;
import io.docent.ingest.Progress.Failure;
import io.docent.ingest.Progress.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far the scan is, and which files cannot be read, remembered from scan to scan. For any thread. */
final class ScanProgress {

    /** Before this share of the bytes is read, the first small files would tell of days. */
    private static final double LEAST_TO_JUDGE_BY = 0.005;

    private final Map<String, Failed> failed = new TreeMap<>();
    private List<Failure> folders = List.of();
    private @Nullable Failure stopped;
    private State state = State.RUNNING;
    private boolean behind = true;
    private int total;
    private int done;
    private long bytesToRead;
    private long bytesRead;
    private long passages;
    private long startedAt = System.nanoTime();

    synchronized void start() {
        state = State.RUNNING;
        startedAt = System.nanoTime();
        passages = 0;
        bytesRead = 0;
        bytesToRead = 0;
    }

    synchronized void begin(Listing listing, List<File> toRead) {
        folders = listing.failures();
        failed.keySet().removeIf(source -> !listing.files().containsKey(source) && !listing.mayHide(source));
        total = listing.files().size();
        done = total - toRead.size();
        bytesToRead = toRead.stream().mapToLong(File::size).sum();
        behind = !toRead.isEmpty();
    }

    /** For texts that are embedded again; each counts the same. */
    synchronized void beginTexts(int texts) {
        total = texts;
        done = 0;
        bytesToRead = texts;
    }

    synchronized void embeddedText(int itsPassages) {
        done++;
        bytesRead++;
        passages += itsPassages;
    }

    /** The scan came to an end before it had dealt with every file. */
    synchronized void stopped(String folder, String reason) {
        stopped = new Failure(folder, reason);
    }

    /** The scan dealt with every file. */
    synchronized void completed() {
        stopped = null;
        behind = false;
    }

    synchronized void finish() {
        state = State.IDLE;
    }

    /** Whether there are files to be read, or it is not known yet; a scan that was stopped leaves it so. */
    synchronized boolean isBehind() {
        return behind;
    }

    /** Whether this very file could not be read before; it is not tried again until it changes. */
    synchronized boolean isKnownFailure(File file) {
        Failed known = failed.get(file.source());
        return known != null && known.lasting() && known.file().equals(file);
    }

    /** Nothing had to be read of this file. */
    synchronized void skip(File file) {
        done++;
        bytesToRead -= file.size();
    }

    synchronized void done(File file, Ingestion outcome) {
        switch (outcome) {
            case Indexed indexed -> {
                read(file);
                passages += indexed.passages();
            }
            case Unchanged unchanged -> read(file);
            case Unreadable unreadable -> {
                // It took no time that says how long others take.
                skip(file);
                failed.put(file.source(), new Failed(file, unreadable.reason(), true));
            }
        }
    }

    private void read(File file) {
        done++;
        bytesRead += file.size();
        failed.remove(file.source());
    }

    /** The file could not be got at; it is tried again at the next scan. */
    synchronized void failedForNow(File file, String reason) {
        skip(file);
        failed.put(file.source(), new Failed(file, reason, false));
    }

    synchronized Progress now() {
        List<Failure> failures = new ArrayList<>(folders);
        if (stopped != null) {
            failures.addFirst(stopped);
        }
        failed.forEach((source, why) -> failures.add(new Failure(source, why.reason())));
        double seconds = Math.max(0.001, (System.nanoTime() - startedAt) / 1e9);
        boolean running = state == State.RUNNING;
        Duration remaining = running && total > done && bytesRead > bytesToRead * LEAST_TO_JUDGE_BY
                ? Duration.ofMillis((long) (1000 * seconds * (bytesToRead - bytesRead) / bytesRead))
                : null;
        return new Progress(state, done, total, failures, running ? passages / seconds : 0, remaining);
    }

    private record Failed(File file, String reason, boolean lasting) {}
}
