package io.docent.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.docent.document.DocumentId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A scan of a folder where something is in its way. */
class FolderScanTroubleTest extends FolderScans {

    FolderScanTroubleTest() {}

    @Test
    void listsWhatCannotBeReadAndReadsTheRest() throws InterruptedException, IOException {
        house.write("broken.pdf", "%PDF-1.7\nnothing else");
        house.write("empty.txt", "");
        house.write("random.docx", new byte[] {'P', 'K', 3, 4, 1, 2, 3, 4, 5});
        house.write("good.txt", "Cats sleep.");
        house.write("huge.txt", "x".repeat(2000));
        reopen("docent.ingest.maximum-file-size", "1000");

        house.scan();

        assertThat(house.sources()).containsExactly("good.txt");
        assertThat(house.failures()).containsOnlyKeys("broken.pdf", "empty.txt", "random.docx", "huge.txt");
        assertThat(house.failures().get("huge.txt"))
                .contains("2,000 bytes")
                .contains("docent.ingest.maximum-file-size");
        assertThat(house.progress().done()).isEqualTo(5);
        assertThat(house.progress().total()).isEqualTo(5);

        house.write("empty.txt", "Filled now.");
        house.delete("broken.pdf");
        house.scan();

        assertThat(house.sources()).containsExactly("empty.txt", "good.txt");
        assertThat(house.failures()).containsOnlyKeys("random.docx", "huge.txt");
    }

    @Test
    void doesNotReadAHugeFileAtAll() throws InterruptedException, IOException {
        for (String ending : List.of("txt", "pdf", "docx", "html")) {
            try (var file =
                    new RandomAccessFile(house.write("huge." + ending, "").toFile(), "rw")) {
                file.setLength(100 << 20);
            }
        }
        house.write("good.txt", "Cats sleep.");

        house.scan();

        assertThat(house.sources()).containsExactly("good.txt");
        assertThat(house.failures())
                .hasSize(4)
                .allSatisfy((source, reason) -> assertThat(reason)
                        .contains("104,857,600 bytes", "docent.ingest.maximum-file-size", "split it"));
    }

    @Test
    void hasAFileThatWasChangedWhileItWasReadAsItIsInTheEnd() throws Exception {
        Path file = house.write("a.txt", "Cats sleep.");
        house.write("b.txt", "Dogs bark.");
        house.scan();
        AtomicBoolean over = new AtomicBoolean();
        String end = "Birds sing. ".repeat(3_000).strip();
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int i = 0; !over.get(); i++) {
                writeBitByBit(file, ("Version " + i + " of it. ").repeat(i % 2_000));
            }
        });
        for (int i = 0; i < 25; i++) {
            house.scan();
            assertThat(house.sources()).contains("a.txt", "b.txt").doesNotHaveDuplicates();
        }
        over.set(true);
        writer.join();
        writeBitByBit(file, end);

        house.scan();

        assertThat(house.text("a.txt")).isEqualTo(end);
        assertThat(String.join(" ", house.passages(house.document("a.txt").id())))
                .doesNotContain("Version");
        assertThat(house.failures()).isEmpty();
    }

    /** In place, as programs do that copy into a folder. */
    private static void writeBitByBit(Path file, String text) {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int at = 0; at < bytes.length; at += 512) {
                out.write(bytes, at, Math.min(512, bytes.length - at));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void keepsTheVersionBeforeOfAFileThatCanNoLongerBeRead() throws InterruptedException {
        house.write("a.rtf", "{\\rtf1 Cats sleep.\\par}");
        house.scan();
        house.write("a.rtf", "");

        house.scan();

        assertThat(house.text("a.rtf")).contains("Cats sleep.");
        assertThat(house.failures().get("a.rtf")).contains("empty");
    }

    @Test
    void triesAgainWhatItWasNotAllowedToRead() throws InterruptedException, IOException {
        Path file = house.write("a.txt", "Cats sleep.");
        Path below = house.write("deep/b.txt", "Dogs bark.");
        assumeThat(System.getProperty("user.name")).isNotEqualTo("root"); // who may read everything
        house.scan();
        Files.setPosixFilePermissions(file, Set.of());
        Files.setPosixFilePermissions(below.getParent(), Set.of());
        house.write("new.txt", "Birds sing.");
        Files.setPosixFilePermissions(house.folder().resolve("new.txt"), Set.of());

        house.scan();

        assertThat(house.sources()).containsExactly("a.txt", "deep/b.txt");
        assertThat(house.failures()).containsOnlyKeys("new.txt", "deep/");
        assertThat(house.failures().get("new.txt")).contains("permission denied");
        Files.setPosixFilePermissions(
                house.folder().resolve("new.txt"), Set.of(java.nio.file.attribute.PosixFilePermission.OWNER_READ));
        Files.setPosixFilePermissions(
                below.getParent(), java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        house.scan();
        assertThat(house.sources()).containsExactly("a.txt", "deep/b.txt", "new.txt");
        assertThat(house.failures()).isEmpty();
    }

    @Test
    void tellsHowFarItIs() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            house.write("a" + i + ".txt", "Cats sleep. ".repeat(20));
        }
        reopen(WordEmbeddingModel.PAUSE, "50ms");
        Thread scan = Thread.ofVirtual().start(() -> {
            try {
                house.scan();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        IngestHouse.eventually(() -> house.progress().done() > 4);

        Progress halfway = house.progress();

        assertThat(halfway.state()).isEqualTo(Progress.State.RUNNING);
        assertThat(halfway.done()).isBetween(5, 39);
        assertThat(halfway.total()).isEqualTo(40);
        assertThat(halfway.passagesPerSecond()).isPositive();
        assertThat(halfway.remaining()).isPositive();
        scan.join();
        Progress end = house.progress();
        assertThat(end.state()).isEqualTo(Progress.State.IDLE);
        assertThat(end.done()).isEqualTo(40);
        assertThat(end.remaining()).isNull();
    }

    @Test
    void makesADamagedIndexAnewFromTheFolderAndTheUploads() throws InterruptedException, IOException {
        house.write("a.txt", "Cats sleep.");
        house.scan();
        house.bean(Uploads.class).add("up.txt", null, "Dogs bark.".getBytes(StandardCharsets.UTF_8));
        DocumentId file = house.document("a.txt").id();
        DocumentId upload = house.document("up.txt").id();
        house.close();
        try (var files = Files.list(place.resolve("data/index"))) {
            for (Path one : files.toList()) {
                Files.write(one, new byte[] {1, 2, 3});
            }
        }
        house = IngestHouse.open(place);
        assertThat(house.sources()).isEmpty();

        house.bean(Uploads.class).restore();
        house.scan();

        assertThat(house.document("a.txt").id()).isEqualTo(file);
        assertThat(house.document("up.txt").id()).isEqualTo(upload);
        assertThat(house.text("up.txt")).isEqualTo("Dogs bark.");
    }

    @Test
    void embedsStoredTextsAgainForAnotherModelWhileTheOldIndexAnswers() throws InterruptedException, IOException {
        house.write("a.txt", "Cats sleep.");
        house.write("b.md", "# Dogs\n\nThey bark.");
        house.scan();
        DocumentId id = house.document("a.txt").id();
        house.delete("a.txt");
        reopen(WordEmbeddingModel.NAME, "words-b");
        assertThat(house.sources()).containsExactly("a.txt", "b.md");

        house.bean(Reembedding.class).run(new ScanProgress());

        assertThat(house.embedded()).isEqualTo(2);
        assertThat(house.text("a.txt")).isEqualTo("Cats sleep.");
        assertThat(house.document("a.txt").id()).isEqualTo(id);
        house.scan();
        assertThat(house.embedded()).isEqualTo(2);
        assertThat(house.sources()).containsExactly("b.md");
        assertThat(place.resolve("data/index-outdated")).doesNotExist();
    }

    @Test
    void keepsEverythingWhereTheFolderItselfIsGone() throws InterruptedException, IOException {
        house.write("a.txt", "Cats sleep.");
        house.scan();
        Files.move(house.folder(), place.resolve("unmounted"));

        house.scan();

        assertThat(house.sources()).containsExactly("a.txt");
        assertThat(house.failures().get("")).contains("cannot be read");
    }
}
