package io.docent.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.document.DocumentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder, watched while the service runs; the regular scan is too seldom to help. */
class FolderIndexingTest {

    @TempDir
    private Path place;

    private IngestHouse house;

    FolderIndexingTest() {}

    @BeforeEach
    void open() throws InterruptedException {
        house = IngestHouse.open(place, "docent.ingest.rescan", "1h");
        house.write("a.txt", "Cats sleep.");
        house.bean(FolderIndexing.class).start();
        assertThat(house.bean(FolderIndexing.class).awaitFirstScan(Duration.ofSeconds(20)))
                .isTrue();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void hasTheFolderAfterTheFirstScan() {
        assertThat(house.sources()).containsExactly("a.txt");
        assertThat(house.bean(FolderIndexing.class).progress().done()).isEqualTo(1);
    }

    @Test
    void followsWhatIsAddedChangedRenamedAndDeleted() throws InterruptedException, IOException {
        house.write("b.txt", "Dogs bark.");
        IngestHouse.eventually(() -> house.sources().contains("b.txt"));
        DocumentId id = house.document("b.txt").id();

        house.write("b.txt", "Dogs howl.");
        IngestHouse.eventually(() -> house.text("b.txt").equals("Dogs howl."));

        house.move("b.txt", "c.txt");
        IngestHouse.eventually(() -> house.sources().contains("c.txt"));
        assertThat(house.document("c.txt").id()).isEqualTo(id);

        house.delete("c.txt");
        IngestHouse.eventually(() -> !house.sources().contains("c.txt"));
        assertThat(house.sources()).containsExactly("a.txt");
    }

    @Test
    void followsFoldersThatAreAddedLater() throws InterruptedException, IOException {
        house.write("new/deep/b.txt", "Dogs bark.");
        IngestHouse.eventually(() -> house.sources().contains("new/deep/b.txt"));

        house.write("new/deep/c.txt", "Birds sing.");

        IngestHouse.eventually(() -> house.sources().contains("new/deep/c.txt"));
    }

    @Test
    void hasInTheEndWhatAFileIsThatIsWrittenWhileItIsRead() throws InterruptedException, IOException {
        Path file = house.write("log.txt", "Line 0\n");
        for (int line = 1; line <= 300; line++) {
            Files.writeString(file, "Line " + line + "\n", StandardOpenOption.APPEND);
            Thread.sleep(5);
        }

        String whole = Files.readString(file);

        IngestHouse.eventually(() -> house.sources().contains("log.txt")
                && house.text("log.txt").strip().equals(whole.strip()));
    }

    @Test
    void scansWhenAsked() throws InterruptedException, IOException {
        Path hidden = Files.createDirectories(place.resolve("elsewhere"));
        Files.writeString(hidden.resolve("b.txt"), "Dogs bark.");
        house.bean(FolderWatch.class).close();
        Files.move(hidden.resolve("b.txt"), house.folder().resolve("b.txt"));

        house.bean(FolderIndexing.class).scan();

        IngestHouse.eventually(() -> house.sources().contains("b.txt"));
    }
}
