package io.docent.document;

import java.time.Duration;

/** How long somebody waits for a document to be read. For any thread. */
final class Patience {

    private final DocumentSettings settings;
    private final Runnable onScan;
    private final long start = System.nanoTime();
    private volatile boolean isScan;

    Patience(DocumentSettings settings) {
        this(settings, () -> {});
    }

    /** @param onScan is told when somebody asks to be waited for as long as a scan takes */
    Patience(DocumentSettings settings, Runnable onScan) {
        this.settings = settings;
        this.onScan = onScan;
    }

    /** Asks to be waited for as long as a scan takes. */
    void askForScan() {
        isScan = true;
        onScan.run();
    }

    Duration limit() {
        return isScan ? settings.scanTimeout() : settings.timeout();
    }

    /** The setting that the limit comes from. */
    String setting() {
        return isScan ? "docent.documents.scan-timeout" : "docent.documents.timeout";
    }

    /** What is left of the limit; zero or less when nothing is. */
    Duration left() {
        return limit().minusNanos(System.nanoTime() - start);
    }
}
