package io.docent.ingest;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** How far indexing is, and what it could not read. */
@Singleton
final class IngestionMeters {

    private final FolderIndexing indexing;
    private final Ingester ingester;
    private final EmbeddingPool pool;
    private final MeterRegistry meters;

    IngestionMeters(FolderIndexing indexing, Ingester ingester, EmbeddingPool pool, MeterRegistry meters) {
        this.indexing = indexing;
        this.ingester = ingester;
        this.pool = pool;
        this.meters = meters;
    }

    @EventListener
    void onStartup(ServerStartupEvent event) {
        FunctionCounter.builder("docent.ingestion.passages", ingester, Ingester::embeddedPassages)
                .description("Passages that were embedded; its rate is the speed of indexing")
                .register(meters);
        Gauge.builder(
                        "docent.ingestion.unreadable",
                        () -> indexing.progress().failures().size())
                .description("Files of the folder that cannot be read as they are now")
                .register(meters);
        Gauge.builder("docent.ingestion.running", () -> indexing.progress().state() == Progress.State.RUNNING ? 1 : 0)
                .description("1 while the folder is looked through and indexed")
                .register(meters);
        Gauge.builder("docent.ingestion.queue", () -> waiting(indexing.progress()))
                .description("Files of the folder that still have to be looked at in this scan")
                .register(meters);
        for (Class<?> outcome : Ingestion.class.getPermittedSubclasses()) {
            ingester.documents(outcome);
        }
        Gauge.builder("docent.embedding.queue", pool::waiting)
                .description("Passages that wait for a thread to be embedded on")
                .register(meters);
    }

    private static int waiting(Progress progress) {
        return progress.state() == Progress.State.RUNNING ? Math.max(0, progress.total() - progress.done()) : 0;
    }
}
