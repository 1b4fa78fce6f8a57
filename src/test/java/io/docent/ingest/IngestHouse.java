package io.docent.ingest;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.index.FoundPassage;
import io.docent.index.IndexedDocument;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A folder, a data folder and all that ingesting is made of, real but for the embedding model. */
final class IngestHouse implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final ApplicationContext context;
    private final ScanProgress progress = new ScanProgress();

    private IngestHouse(Path folder, ApplicationContext context) {
        this.folder = folder;
        this.context = context;
    }

    /** Opens one below {@code place}, with what was kept there before; settings are names and values in turn. */
    static IngestHouse open(Path place, String... settings) {
        Map<String, Object> all = new HashMap<>();
        all.put("docent.data", place.resolve("data").toString());
        all.put("docent.ingest.folder", place.resolve("folder").toString());
        all.put("datasources.default.enabled", "false");
        all.put(WordEmbeddingModel.NAME, "words-a");
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        try {
            Path folder = Files.createDirectories(place.resolve("folder"));
            return new IngestHouse(folder, ApplicationContext.run(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Looks through the folder once. */
    FolderScan.Outcome scan() throws InterruptedException {
        progress.start();
        FolderScan scan = new FolderScan(
                bean(DocumentFolder.class),
                bean(IngestSettings.class),
                bean(Ingester.class),
                bean(Catalog.class),
                progress);
        FolderScan.Outcome outcome = scan.run();
        progress.finish();
        return outcome;
    }

    Progress progress() {
        return progress.now();
    }

    /** How many texts were embedded since it was opened. */
    int embedded() {
        return bean(WordEmbeddingModel.class).texts();
    }

    /** Writes a file of the folder as if that had been done a while ago. */
    Path write(String name, String text) {
        return write(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] bytes) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    void delete(String name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    void move(String from, String to) throws IOException {
        Files.createDirectories(folder.resolve(to).getParent());
        Files.move(folder.resolve(from), folder.resolve(to));
    }

    Path folder() {
        return folder;
    }

    /** All documents that are found, by source. */
    List<IndexedDocument> documents() {
        try (PassageSearch search = bean(PassageIndex.class).search()) {
            return search.documents("", 0, 10_000).documents();
        }
    }

    List<String> sources() {
        return documents().stream().map(IndexedDocument::source).toList();
    }

    IndexedDocument document(String source) {
        return documents().stream()
                .filter(document -> document.source().equals(source))
                .findFirst()
                .orElseThrow(() -> new AssertionError(source + " is not among " + sources()));
    }

    String text(String source) {
        try (PassageSearch search = bean(PassageIndex.class).search()) {
            return search.read(document(source).id()).map(Document::text).orElseThrow();
        }
    }

    List<String> passages(DocumentId id) {
        try (PassageSearch search = bean(PassageIndex.class).search()) {
            return search.passagesOf(id).stream()
                    .map(FoundPassage::passage)
                    .map(passage -> passage.text())
                    .toList();
        }
    }

    /** Every reason by source. */
    Map<String, String> failures() {
        Map<String, String> failures = new HashMap<>();
        progress().failures().forEach(failure -> failures.put(failure.source(), failure.reason()));
        return failures;
    }

    /** Waits until something is so. */
    static void eventually(BooleanSupplier isSo) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isSo.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("it is not so after " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
