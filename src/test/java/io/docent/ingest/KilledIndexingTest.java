package io.docent.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.document.Document;
import io.docent.index.FoundPassage;
import io.docent.index.IndexedDocument;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service, killed with {@code kill -9} again and again while it indexes a folder that changes in between. */
class KilledIndexingTest {

    private static final int KILLS = 6;
    private static final int FILES = 120;
    private static final int PARAGRAPHS = 12;

    @TempDir
    private Path place;

    KilledIndexingTest() {}

    @Test
    void leavesEveryDocumentWholeAndGoesOnWhereItWas() throws Exception {
        Random random = new Random(7);
        int found = 0;
        for (int version = 0; version < KILLS; version++) {
            writeSome(version);
            Process child = start();
            IngestHouse.eventually(() -> Files.exists(place.resolve("indexing")) || !child.isAlive());
            assertThat(child.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS))
                    .isFalse();
            child.destroyForcibly().waitFor();
            Files.delete(place.resolve("indexing"));

            try (IngestHouse house = IngestHouse.open(place)) {
                found = Math.max(found, checkAllAreWhole(house));
            }
        }
        assertThat(found).as("documents that a killed process had committed").isPositive();

        try (IngestHouse house = IngestHouse.open(place)) {
            house.scan();
            assertThat(checkAllAreWhole(house)).isEqualTo(FILES);
            for (String source : house.sources()) {
                assertThat(house.text(source).strip())
                        .isEqualTo(
                                Files.readString(house.folder().resolve(source)).strip());
            }
        }
        try (var data = Files.list(place.resolve("data"))) {
            assertThat(data.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("damaged"));
        }
    }

    /** A third of the files gets a new version each time. */
    private void writeSome(int version) throws IOException {
        Path folder = Files.createDirectories(place.resolve("folder"));
        for (int file = 0; file < FILES; file++) {
            if (version == 0 || file % 3 == version % 3) {
                StringBuilder text = new StringBuilder();
                for (int paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
                    text.append("Version ").append(version).append(" of file ").append(file);
                    text.append(" says in paragraph ").append(paragraph).append(" what it has to say, ");
                    text.append("and goes on about it for a while so that it fills a passage. ".repeat(6));
                    text.append("\n\n");
                }
                Files.writeString(folder.resolve("file" + file + ".txt"), text);
            }
        }
    }

    private static int checkAllAreWhole(IngestHouse house) {
        try (PassageSearch search = house.bean(PassageIndex.class).search()) {
            List<IndexedDocument> documents = search.documents("", 0, 10_000).documents();
            for (IndexedDocument record : documents) {
                Document document = search.read(record.id()).orElseThrow();
                List<FoundPassage> passages = search.passagesOf(record.id());
                assertThat(document.text()).hasSize(record.characters());
                assertThat(passages).hasSize(record.passages());
                assertThat(passages)
                        .extracting(FoundPassage::passage)
                        .allSatisfy(passage -> assertThat(passage.text())
                                .isEqualTo(passage.span().of(document.text())));
            }
            return documents.size();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        place.toString())
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("child.log").toFile())
                .start();
    }

    /** Indexes until it is killed. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws InterruptedException, IOException {
            Path place = Path.of(arguments[0]);
            IngestHouse house = IngestHouse.open(place, WordEmbeddingModel.PAUSE, "4ms");
            Thread.ofVirtual().start(() -> commitOften(house.bean(PassageIndex.class)));
            house.bean(FolderIndexing.class).start();
            Files.createFile(place.resolve("indexing"));
            Thread.sleep(Duration.ofMinutes(1));
        }

        /** The scan does every few seconds; the more commits, the more likely that a kill hits one. */
        private static void commitOften(PassageIndex index) {
            while (!Thread.currentThread().isInterrupted()) {
                index.commit();
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }
}
