package io.docent.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.ingest.Ingestion.Indexed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An index that is damaged in any way is set aside, and made anew from the folder and the kept uploads. */
class DamagedIndexTest {

    @TempDir
    private Path place;

    DamagedIndexTest() {}

    /** What may happen to the files of an index. */
    enum Damage {
        CUT {
            @Override
            void to(Path index) throws IOException {
                Path file = largest(index);
                Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
            }
        },
        FLIPPED {
            @Override
            void to(Path index) throws IOException {
                Random random = new Random(3);
                for (Path file : files(index)) {
                    byte[] bytes = Files.readAllBytes(file);
                    if (bytes.length > 0) {
                        bytes[random.nextInt(bytes.length)] ^= 4;
                    }
                    Files.write(file, bytes);
                }
            }
        },
        MISSING_FILE {
            @Override
            void to(Path index) throws IOException {
                Files.delete(largest(index));
            }
        },
        EMPTIED_FILES {
            @Override
            void to(Path index) throws IOException {
                for (Path file : files(index)) {
                    Files.write(file, new byte[0]);
                }
            }
        },
        MISSING_SEGMENTS {
            @Override
            void to(Path index) throws IOException {
                for (Path file : files(index)) {
                    if (file.getFileName().toString().startsWith("segments_")) {
                        Files.delete(file);
                    }
                }
            }
        };

        abstract void to(Path index) throws IOException;

        static List<Path> files(Path index) throws IOException {
            try (Stream<Path> files = Files.list(index)) {
                return files.filter(file -> !file.endsWith("write.lock")).toList();
            }
        }

        static Path largest(Path index) throws IOException {
            return files(index).stream()
                    .filter(file -> !file.getFileName().toString().startsWith("segments_"))
                    .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow();
        }
    }

    private void index() throws InterruptedException {
        try (IngestHouse house = IngestHouse.open(place)) {
            house.write("a.txt", "The gauge measures pressure. ".repeat(50));
            house.scan();
            byte[] upload = "The pipe is narrow.".getBytes(StandardCharsets.UTF_8);
            assertThat(house.bean(Uploads.class).add("b.txt", null, upload)).isInstanceOf(Indexed.class);
        }
    }

    private void hasEverythingAgain() throws InterruptedException {
        try (IngestHouse house = IngestHouse.open(place)) {
            house.bean(Uploads.class).restore();
            house.scan();
            assertThat(house.sources()).containsExactlyInAnyOrder("a.txt", "b.txt");
            assertThat(house.text("b.txt")).isEqualTo("The pipe is narrow.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isSetAsideAndMadeAnew(Damage damage) throws Exception {
        index();
        damage.to(place.resolve("data/index"));

        hasEverythingAgain();

        try (Stream<Path> data = Files.list(place.resolve("data"))) {
            assertThat(data.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.startsWith("index-damaged-"))
                    .hasSize(1);
        }
    }

    @Test
    void isMadeAnewWhereItIsGone() throws Exception {
        index();
        for (Path file : Damage.files(place.resolve("data/index"))) {
            Files.delete(file);
        }

        hasEverythingAgain();
    }

    @Test
    void bearsGarbageInTheOtherFilesOfTheDataFolder() throws Exception {
        index();
        Random random = new Random(5);
        byte[] garbage = new byte[300];
        random.nextBytes(garbage);
        Files.write(place.resolve("data/claim-holder"), garbage);
        Files.write(place.resolve("data/lock"), garbage);
        Files.write(place.resolve("data/uploads/0123.properties"), garbage);
        Files.write(place.resolve("data/uploads/new-1.part"), garbage);
        Files.write(place.resolve("data/temporary/FUp_1.tmp"), garbage);

        hasEverythingAgain();

        assertThat(place.resolve("data/temporary/FUp_1.tmp")).doesNotExist();
    }
}
