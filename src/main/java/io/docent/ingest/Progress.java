package io.docent.ingest;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the indexing of the folder is.
 *
 * @param state running until a scan has dealt with every file
 * @param done files dealt with in this scan
 * @param total files in the folder, as far as they are known
 * @param failures files that cannot be read, as they are now; before them what stopped the last scan, if anything did
 * @param passagesPerSecond of this scan so far, 0 where nothing was embedded
 * @param remaining until the scan is done, or null where that is not known
 */
public record Progress(
        State state,
        int done,
        int total,
        List<Failure> failures,
        double passagesPerSecond,
        @Nullable Duration remaining) {

    public Progress {
        failures = List.copyOf(failures);
    }

    /** Whether a scan is going on. */
    public enum State {
        RUNNING,
        IDLE
    }

    /**
     * A file that cannot be read.
     *
     * @param source path relative to the folder, or the folder where all of it is meant
     * @param reason what is wrong and what to do
     */
    public record Failure(String source, String reason) {}
}
