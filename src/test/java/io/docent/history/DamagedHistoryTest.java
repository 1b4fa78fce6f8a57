package io.docent.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The embedded database's file, damaged: the service starts all the same, and what there was is kept beside. */
class DamagedHistoryTest {

    private static final String PERSON = "alice";

    @TempDir
    private Path data;

    /** What may happen to the file. */
    enum Damage {
        ZEROS {
            @Override
            byte[] of(byte[] bytes) {
                return new byte[bytes.length];
            }
        },
        CUT_SHORT {
            @Override
            byte[] of(byte[] bytes) {
                return Arrays.copyOf(bytes, 15);
            }
        },
        ANOTHER_FILE {
            @Override
            byte[] of(byte[] bytes) {
                new Random(1).nextBytes(bytes);
                return bytes;
            }
        },
        NO_BEGINNING {
            @Override
            byte[] of(byte[] bytes) {
                Arrays.fill(bytes, 0, 8_192, (byte) 7);
                return bytes;
            }
        },
        BEGINNING_ALONE {
            @Override
            byte[] of(byte[] bytes) {
                Arrays.fill(bytes, 8_192, bytes.length, (byte) 0);
                return bytes;
            }
        },
        FLIPPED_BITS {
            @Override
            byte[] of(byte[] bytes) {
                Random random = new Random(2);
                for (int i = 0; i < 300; i++) {
                    bytes[random.nextInt(bytes.length)] ^= 4;
                }
                return bytes;
            }
        };

        abstract byte[] of(byte[] bytes);
    }

    private ApplicationContext open() {
        return ApplicationContext.run(Map.of("docent.data", data.toString()));
    }

    private static Turn turn(String id) {
        return new Turn(
                id,
                "c" + id,
                "How far?",
                "How far?",
                Turn.Status.NOT_FOUND,
                "It is not there.",
                List.of(),
                List.of(),
                List.of(),
                "extractive",
                null,
                1,
                Instant.parse("2026-11-23T12:00:00Z"));
    }

    private void keepATurn() {
        try (ApplicationContext context = open()) {
            context.getBean(History.class).append(turn("1"), PERSON);
        }
    }

    private List<Path> setAside() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().startsWith("history-damaged-"))
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isSetAsideAndHistoryBeginsAnew(Damage damage) throws IOException {
        keepATurn();
        Path file = data.resolve("history.mv.db");
        byte[] damaged = damage.of(Files.readAllBytes(file));
        Files.write(file, damaged);

        try (ApplicationContext context = open()) {
            History history = context.getBean(History.class);
            assertThat(history.conversations(PERSON)).isEmpty();
            history.append(turn("2"), PERSON);
            assertThat(history.turn("2", PERSON)).isPresent();
        }

        assertThat(setAside())
                .singleElement()
                .satisfies(aside -> assertThat(aside).hasBinaryContent(damaged));
        try (ApplicationContext context = open()) {
            assertThat(context.getBean(History.class).turn("2", PERSON)).isPresent();
        }
    }

    @Test
    void isNotTouchedWhereItIsWhole() throws IOException {
        keepATurn();

        try (ApplicationContext context = open()) {
            assertThat(context.getBean(History.class).turn("1", PERSON)).isPresent();
        }

        assertThat(setAside()).isEmpty();
    }
}
