package io.docent.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.document.DocumentId;
import io.docent.index.IndexException;
import io.docent.index.Origin;
import io.docent.index.opensearch.OpenSearchCluster;
import io.docent.ingest.Ingestion.Indexed;
import io.docent.ingest.Ingestion.Unchanged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas with one folder, one database and one index in OpenSearch. */
class ReplicasTest {

    @RegisterExtension
    static final OpenSearchCluster CLUSTER = new OpenSearchCluster();

    @TempDir
    private Path place;

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private IngestHouse one;
    private IngestHouse other;

    ReplicasTest() {}

    @BeforeEach
    void open() {
        one = open("one", "words-a");
        other = open("other", "words-a");
    }

    private IngestHouse open(String name, String model) {
        return IngestHouse.open(
                place.resolve(name),
                "docent.ingest.folder",
                place.resolve("one/folder").toString(),
                "docent.index.store",
                "opensearch",
                "docent.opensearch.hosts",
                CLUSTER.address(),
                "datasources.default.enabled",
                "true",
                "datasources.default.url",
                database,
                WordEmbeddingModel.NAME,
                model);
    }

    @AfterEach
    void close() {
        other.close();
        one.close();
    }

    private static Ingestion add(IngestHouse house, String name, String text) throws InterruptedException {
        return house.bean(Uploads.class).add(name, null, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Path original(IngestHouse house, DocumentId id) {
        return house.bean(Originals.class).find(id).orElseThrow().file();
    }

    private void inDatabase(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "docent", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void embedEachFileOfTheFolderOnce() throws Exception {
        int files = 40;
        for (int i = 0; i < files; i++) {
            one.write("file-" + i + ".txt", "Cat number " + i + " sleeps.");
        }

        List<FolderScan.Outcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<FolderScan.Outcome> first = threads.submit(one::scan);
            Future<FolderScan.Outcome> second = threads.submit(other::scan);
            outcomes.add(first.get());
            outcomes.add(second.get());
        }

        assertThat(one.embedded() + other.embedded()).isEqualTo(files);
        assertThat(outcomes.stream().mapToInt(FolderScan.Outcome::indexed).sum())
                .isEqualTo(files);
        assertThat(one.sources()).hasSize(files).doesNotHaveDuplicates().isEqualTo(other.sources());
        one.scan();
        other.scan();
        assertThat(one.embedded() + other.embedded()).isEqualTo(files);
    }

    @Test
    void followTheFolderWhicheverOfThemLooks() throws Exception {
        one.write("cats.txt", "Cats sleep.");
        one.write("dogs.txt", "Dogs bark.");
        one.scan();
        other.scan();
        DocumentId cats = one.document("cats.txt").id();
        one.delete("dogs.txt");
        one.move("cats.txt", "pets/cats.txt");

        other.scan();

        assertThat(one.sources()).containsExactly("pets/cats.txt");
        assertThat(one.document("pets/cats.txt").id()).isEqualTo(cats);
        assertThat(other.embedded()).isZero();
        one.write("pets/cats.txt", "Cats purr.");
        one.scan();
        assertThat(other.text("pets/cats.txt")).isEqualTo("Cats purr.");
        assertThat(one.embedded()).isEqualTo(3);
    }

    @Test
    void finishWhatOneThatDiedWasAt() throws Exception {
        one.write("cats.txt", "Cats sleep.");
        one.write("dogs.txt", "Dogs bark.");
        // It dies after it has written one of them, and before it commits.
        try (Catalog.Hold hold =
                one.bean(Catalog.class).holdIfFree(Origin.FOLDER, "cats.txt").orElseThrow()) {
            assertThat(other.bean(Catalog.class).holdIfFree(Origin.FOLDER, "cats.txt"))
                    .isEmpty();
            ExecutorService thread = Executors.newSingleThreadExecutor();
            try {
                Future<FolderScan.Outcome> scan = thread.submit(other::scan);
                IngestHouse.eventually(() -> other.sources().equals(List.of("dogs.txt")));
                assertThat(scan.isDone()).isFalse();

                inDatabase("update lease set run = 'gone', held_until = current_timestamp - interval '1' second"
                        + " where about = 'cats.txt'");

                assertThat(scan.get().indexed()).isEqualTo(2);
            } finally {
                thread.shutdownNow();
            }
            assertThat(hold.known()).isNotNull();
        }
        assertThat(other.sources()).containsExactly("cats.txt", "dogs.txt");
    }

    @Test
    void serveAndDeleteWhatWasUploadedAtTheOther() throws Exception {
        String large = "Cats sleep. ".repeat(100_000);
        add(one, "cats.txt", large);
        DocumentId id = other.document("cats.txt").id();
        assertThat(original(other, id)).hasContent(large);
        assertThat(original(one, id)).hasContent(large);
        assertThat(other.bean(Uploads.class).isTaken("cats.txt")).isTrue();
        assertThat(add(other, "cats.txt", large)).isInstanceOf(Unchanged.class);
        assertThat(add(other, "cats.txt", "Cats purr.")).isEqualTo(new Indexed("cats.txt", id, 1));
        assertThat(original(one, id)).hasContent("Cats purr.");
        assertThat(one.text("cats.txt")).isEqualTo("Cats purr.");

        assertThat(one.bean(Uploads.class).delete(id)).isTrue();

        assertThat(other.sources()).isEmpty();
        assertThat(other.bean(Originals.class).find(id)).isEmpty();
        assertThat(other.bean(Uploads.class).delete(id)).isFalse();
        other.bean(Uploads.class).restore();
        other.bean(Catalog.class).commit();
        assertThat(one.sources()).isEmpty();
    }

    @Test
    void keepOneVersionOfWhatIsUploadedToBothAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Ingestion>> uploads = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                IngestHouse house = i % 2 == 0 ? one : other;
                String text = "Cat number " + i / 2 + " sleeps.";
                uploads.add(threads.submit(() -> add(house, "cats.txt", text)));
            }
            for (Future<Ingestion> upload : uploads) {
                upload.get();
            }
        }

        assertThat(one.sources()).containsExactly("cats.txt");
        DocumentId id = one.document("cats.txt").id();
        assertThat(original(one, id)).hasContent(one.text("cats.txt"));
        assertThat(original(other, id)).hasContent(one.text("cats.txt"));
        assertThat(one.passages(id)).isEqualTo(other.passages(id)).hasSize(1);
    }

    @Test
    void restoreWhatAnInterruptionLeft() throws Exception {
        add(one, "cats.txt", "Cats sleep.");
        add(one, "dogs.txt", "Dogs bark.");
        add(one, "birds.txt", "Birds sing.");
        one.bean(KeptUploads.class)
                .keep("birds.txt", null, "Birds fly.".getBytes(StandardCharsets.UTF_8), Instant.now());
        assertThat(add(other, "birds.txt", "Birds sing.")).isInstanceOf(Unchanged.class);
        assertThat(original(one, one.document("birds.txt").id())).hasContent("Birds sing.");
        inDatabase("delete from upload where name = 'dogs.txt'");
        Ingester ingester = one.bean(Ingester.class);
        ingester.remove(one.document("cats.txt").id());
        ingester.commit();
        assertThat(other.sources()).containsExactly("birds.txt", "dogs.txt");

        other.bean(Uploads.class).restore();
        other.bean(Catalog.class).commit();

        assertThat(one.sources()).containsExactly("birds.txt", "cats.txt", "dogs.txt");
        DocumentId dogs = one.document("dogs.txt").id();
        assertThat(one.bean(Originals.class).find(dogs)).isEmpty();
        assertThat(add(one, "dogs.txt", "Dogs bark.")).isInstanceOf(Unchanged.class);
        assertThat(original(other, dogs)).hasContent("Dogs bark.");
    }

    @Test
    void removeNothingForAReplicaWithAnotherFolder() throws Exception {
        one.write("cats.txt", "Cats sleep.");
        one.scan();
        Path folder = one.folder();
        Path aside = Files.move(folder, place.resolve("aside"));
        Files.createDirectories(folder);

        assertThatThrownBy(() -> other.scan())
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("none of the 1 documents")
                .hasMessageContaining("docent.ingest.folder");

        assertThat(one.sources()).containsExactly("cats.txt");
        Files.delete(folder);
        Files.move(aside, folder);
        other.scan();
        one.delete("cats.txt");
        other.scan();
        assertThat(one.sources()).isEmpty();
    }

    @Test
    void takeOverTheUploadsThatADataFolderHas() throws Exception {
        Path data = place.resolve("one/data");
        new FolderUploads(one.bean(io.docent.data.DataFolder.class))
                .keep("cats.txt", "text/plain", "Cats sleep.".getBytes(StandardCharsets.UTF_8), Instant.now());

        one.bean(Uploads.class).restore();
        one.bean(Catalog.class).commit();

        assertThat(original(other, other.document("cats.txt").id())).hasContent("Cats sleep.");
        assertThat(data.resolve("uploads")).doesNotExist();
        other.bean(Uploads.class).delete(one.document("cats.txt").id());
        one.bean(Uploads.class).restore();
        one.bean(Catalog.class).commit();
        assertThat(one.sources()).isEmpty();
        assertThat(setAside(data)).hasSize(1);
    }

    private static List<Path> setAside(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().startsWith("uploads-in-database-"))
                    .toList();
        }
    }

    @Test
    void haveOneOfThemEmbedAgainForAnotherModel() throws Exception {
        one.write("cats.txt", "Cats sleep.");
        one.write("dogs.txt", "Dogs bark.");
        one.scan();
        close();
        one = open("one", "words-b");
        other = open("other", "words-b");
        assertThat(other.sources()).containsExactly("cats.txt", "dogs.txt");

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> first = threads.submit(() -> {
                one.bean(Reembedding.class).run(new ScanProgress());
                return "";
            });
            other.bean(Reembedding.class).run(new ScanProgress());
            first.get();
        }

        assertThat(one.embedded() + other.embedded()).isEqualTo(2);
        assertThat(one.sources()).containsExactly("cats.txt", "dogs.txt").isEqualTo(other.sources());
        one.scan();
        other.scan();
        assertThat(one.embedded() + other.embedded()).isEqualTo(2);
    }
}
