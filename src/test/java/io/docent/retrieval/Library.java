package io.docent.retrieval;

import io.docent.document.DocumentId;
import io.docent.document.RawDocument;
import io.docent.index.Origin;
import io.docent.index.PassageIndex;
import io.docent.ingest.Ingester;
import io.docent.ingest.Ingestion;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Documents in an index, with the real model and all beans that answer from them; without a server. */
public final class Library implements AutoCloseable {

    private final ApplicationContext context;

    /** An empty one. */
    public Library(Path data) {
        context = ApplicationContext.run(Map.of(
                "docent.data",
                data.toString(),
                "docent.ingest.folder",
                data.toString(),
                "datasources.default.enabled",
                "false"));
    }

    /** Puts a document in. */
    public DocumentId add(String name, String text) {
        try {
            Ingestion outcome = bean(Ingester.class)
                    .ingest(
                            Origin.FOLDER,
                            new RawDocument(name, null, text.getBytes(StandardCharsets.UTF_8)),
                            Instant.EPOCH);
            bean(PassageIndex.class).commit();
            return switch (outcome) {
                case Ingestion.Indexed indexed -> indexed.id();
                case Ingestion.Unchanged unchanged -> unchanged.id();
                case Ingestion.Unreadable failure -> throw new AssertionError(failure.reason());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
