package io.docent;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.docent.access.Access;
import io.docent.data.DataFolder;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.docent.ingest.FolderIndexing;
import io.docent.ingest.Progress;
import io.docent.ingest.Progress.Failure;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins indexing when the server listens, and tells whoever started it what there is to know. */
@Singleton
final class Startup {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);

    private static final int MOST_FAILURES_TOLD = 5;

    private final FolderIndexing indexing;
    private final PassageIndex index;
    private final Access access;
    private final DataFolder data;
    private final EmbeddingModel model;

    Startup(FolderIndexing indexing, PassageIndex index, Access access, DataFolder data, EmbeddingModel model) {
        this.model = model;
        this.data = data;
        this.indexing = indexing;
        this.index = index;
        this.access = access;
    }

    /** The token goes past the log, which may be kept by others. */
    @EventListener
    void onStartup(ServerStartupEvent event) {
        URI address = event.getSource().getURI();
        access.makeFirstToken()
                .ifPresent(token -> System.out.printf(
                        "An access token was made, since this address is open to others. It is not shown again: %s%n"
                                + "Open %s/#token=%s to use the page with it."
                                + " docent token makes, lists and revokes others.%n",
                        token, access.addressFor(address), token));
        data.tellAddress(address.toString());
        // Where the model cannot be loaded, the start ends here and not with the first question.
        model.embed("ready");
        indexing.start();
        Thread.ofVirtual().name("startup-report").start(() -> report(address));
    }

    private void report(URI address) {
        try {
            long started = Duration.ofMillis(
                            ManagementFactory.getRuntimeMXBean().getUptime())
                    .toMillis();
            while (!indexing.awaitFirstScan(REPORT_EVERY)) {
                LOG.info("{}", progress(indexing.progress(), address));
            }
            long done = ManagementFactory.getRuntimeMXBean().getUptime();
            LOG.info("{}", ready(address, started, done));
            failures(indexing.progress().failures());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String progress(Progress now, URI address) {
        if (now.total() == 0) {
            return "Looking for what is new in the folder. Questions are answered meanwhile at " + address;
        }
        Duration remaining = now.remaining();
        return "Indexing: %,d of %,d files, %.0f passages/s%s. Questions are answered meanwhile at %s"
                .formatted(
                        now.done(),
                        now.total(),
                        now.passagesPerSecond(),
                        remaining == null ? "" : ", about " + spoken(remaining) + " left",
                        address);
    }

    private static String spoken(Duration duration) {
        return duration.toMinutes() > 1 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }

    private String ready(URI address, long started, long done) {
        try (PassageSearch search = index.search()) {
            long documents = search.documents("", 0, 0).total();
            return "Docent answers at %s: %,d %s, %,d %s from %s (started in %.1f s, indexed in %.1f s)"
                    .formatted(
                            address,
                            documents,
                            documents == 1 ? "document" : "documents",
                            search.size(),
                            search.size() == 1 ? "passage" : "passages",
                            indexing.folder(),
                            started / 1000.0,
                            (done - started) / 1000.0);
        }
    }

    private static void failures(List<Failure> failures) {
        failures.stream()
                .limit(MOST_FAILURES_TOLD)
                .forEach(failure -> LOG.warn("Not read: {}: {}", failure.source(), failure.reason()));
        if (failures.size() > MOST_FAILURES_TOLD) {
            LOG.warn("… and {} more, listed at /api/ingestion", failures.size() - MOST_FAILURES_TOLD);
        }
    }
}
