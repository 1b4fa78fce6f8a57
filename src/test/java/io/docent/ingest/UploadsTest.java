package io.docent.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.document.DocumentId;
import io.docent.index.IndexException;
import io.docent.index.IndexedDocument;
import io.docent.ingest.Ingestion.Indexed;
import io.docent.ingest.Ingestion.Unchanged;
import io.docent.ingest.Ingestion.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadsTest {

    @TempDir
    private Path place;

    private IngestHouse house;

    UploadsTest() {}

    @BeforeEach
    void open() {
        house = IngestHouse.open(place);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Ingestion add(String name, String text) throws InterruptedException {
        return house.bean(Uploads.class).add(name, null, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(place.resolve("data/uploads"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void isFoundAtOnceAndAfterAReopen() throws InterruptedException, IOException {
        Ingestion outcome = add("cats.txt", "Cats sleep.");

        assertThat(outcome).isInstanceOf(Indexed.class);
        assertThat(house.text("cats.txt")).isEqualTo("Cats sleep.");
        house.close();
        house = IngestHouse.open(place);
        house.bean(Uploads.class).restore();
        house.scan();
        assertThat(house.text("cats.txt")).isEqualTo("Cats sleep.");
        assertThat(house.embedded()).isZero();
        DocumentId id = house.document("cats.txt").id();
        Path original = house.bean(Originals.class).find(id).orElseThrow().file();
        assertThat(original).hasContent("Cats sleep.");
    }

    @Test
    void takesThePlaceOfTheOneOfTheSameName() throws InterruptedException, IOException {
        add("cats.txt", "Cats sleep.");
        DocumentId id = house.document("cats.txt").id();

        Ingestion outcome = add("cats.txt", "Cats purr.");

        assertThat(outcome).isEqualTo(new Indexed("cats.txt", id, 1));
        assertThat(house.text("cats.txt")).isEqualTo("Cats purr.");
        assertThat(kept()).hasSize(2);
        assertThat(add("cats.txt", "Cats purr.")).isEqualTo(new Unchanged("cats.txt", id));
    }

    @Test
    void isNotTheFileOfTheSameNameInTheFolder() throws InterruptedException {
        house.write("cats.txt", "Cats sleep.");
        add("cats.txt", "Cats purr.");

        house.scan();

        assertThat(house.documents())
                .extracting(IndexedDocument::id)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void isGoneWhenDeletedAndStaysGone() throws InterruptedException, IOException {
        add("cats.txt", "Cats sleep.");
        house.write("dogs.txt", "Dogs bark.");
        house.scan();
        Uploads uploads = house.bean(Uploads.class);

        boolean deleted = uploads.delete(house.document("cats.txt").id());

        assertThat(deleted).isTrue();
        assertThat(uploads.delete(house.document("dogs.txt").id())).isFalse();
        assertThat(kept()).isEmpty();
        uploads.restore();
        assertThat(house.sources()).containsExactly("dogs.txt");
    }

    @Test
    void changesNothingWhereItCannotBeRead() throws InterruptedException, IOException {
        add("cats.txt", "Cats sleep.");

        Ingestion outcome = add("cats.txt", "  ");

        assertThat(outcome).isInstanceOf(Unreadable.class);
        assertThat(house.text("cats.txt")).isEqualTo("Cats sleep.");
        assertThat(kept()).hasSize(2);
    }

    @Test
    void changesNothingWhereItCannotBeKept() throws InterruptedException, IOException {
        add("cats.txt", "Cats sleep.");
        Path uploads = place.resolve("data/uploads");
        Path elsewhere = Files.move(uploads, place.resolve("data/elsewhere"));
        Files.createFile(uploads);

        assertThatThrownBy(() -> add("dogs.txt", "Dogs bark."))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("the upload dogs.txt cannot be kept");

        assertThat(house.sources()).containsExactly("cats.txt");
        Files.delete(uploads);
        Files.move(elsewhere, uploads);
        assertThat(add("dogs.txt", "Dogs bark.")).isInstanceOf(Indexed.class);
    }

    @Test
    void refusesWhatIsTooLarge() throws InterruptedException {
        house.close();
        house = IngestHouse.open(place, "docent.ingest.maximum-file-size", "5");

        assertThat(add("cats.txt", "Cats sleep."))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).contains("maximum-file-size"));
    }

    @Test
    void passesOverWhatIsBrokenAmongTheKept() throws InterruptedException, IOException {
        add("cats.txt", "Cats sleep.");
        add("dogs.txt", "Dogs bark.");
        Path uploads = place.resolve("data/uploads");
        Files.writeString(uploads.resolve("0.properties"), "name=x\ncontent=y\nat=yesterday\n");
        Files.writeString(uploads.resolve("1.properties"), "name=\\u00zz\n");
        Files.writeString(uploads.resolve("2.properties"), "name=x\ncontent=gone\nat=2026-11-23T12:00:00Z\n");
        Files.writeString(uploads.resolve("new-1.part"), "half");
        house.close();
        house = IngestHouse.open(place);

        house.bean(Uploads.class).restore();

        assertThat(house.sources()).containsExactly("cats.txt", "dogs.txt");
        assertThat(kept()).doesNotContain("new-1.part");
    }

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "../../etc/passwd, passwd",
        "C:\\docs\\a.txt, a.txt",
        "'', unnamed",
        "'..', unnamed",
        "'a/', unnamed"
    })
    void keepsOnlyTheLastPartOfAName(String sent, String name) {
        assertThat(Uploads.nameOf(sent)).isEqualTo(name);
    }

    @Test
    void leavesOutOfANameWhatTurnsTextAroundAndWhatIsTooLong() {
        assertThat(Uploads.nameOf("a\u202Efdp.exe")).doesNotContain("\u202E");
        assertThat(Uploads.nameOf("a\nb.txt")).isEqualTo("a b.txt");
        assertThat(Uploads.nameOf("x".repeat(400) + ".txt")).hasSize(255).endsWith(".txt");
    }
}
