package io.docent.document;

import java.time.Duration;

/** How long somebody waits for a document to be read. For any thread. */
final class Patience {

    private final DocumentSettings settings;
    private final long start = System.nanoTime();
    private volatile boolean isScan;

    Patience(DocumentSettings settings) {
        this.settings = settings;
    }

    /** Asks to be waited for as long as a scan takes. */
    void askForScan() {
        isScan = true;
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
