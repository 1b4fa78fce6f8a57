package io.docent.bench;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.docent.ingest.FolderIndexing;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the service indexes and searches with, in this process, its model loaded; without HTTP, and with a history in memory. */
final class Indexing implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofHours(12);

    private final ApplicationContext context;

    private Indexing(ApplicationContext context) {
        this.context = context;
    }

    /** Opens it; settings are names and values in turn. */
    static Indexing open(Path folder, Path data, String... settings) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "docent.ingest.folder",
                folder.toString(),
                "docent.data",
                data.toString(),
                "datasources.default.url",
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        Indexing opened = new Indexing(ApplicationContext.run(all));
        opened.bean(EmbeddingModel.class).embed("A first text makes everything ready.");
        return opened;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Opens the index and brings it to what is in the folder: seconds until that is committed. */
    double run() throws InterruptedException {
        long start = System.nanoTime();
        FolderIndexing indexing = bean(FolderIndexing.class);
        indexing.start();
        if (!indexing.awaitFirstScan(PATIENCE)) {
            throw new IllegalStateException("not indexed within " + PATIENCE);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!indexing.progress().failures().isEmpty()) {
            throw new IllegalStateException(
                    "not everything was indexed: " + indexing.progress().failures());
        }
        return seconds;
    }

    int passages() {
        try (PassageSearch search = bean(PassageIndex.class).search()) {
            return search.size();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
