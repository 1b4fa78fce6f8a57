package io.docent.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.document.ContentHash;
import io.docent.ingest.KeptUploads.Kept;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How originals are kept in a database, whichever it is. */
abstract class DatabaseUploadsContract {

    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00.123Z");

    @TempDir
    Path place;

    private ApplicationContext context;
    private DatabaseUploads uploads;

    /** Settings of the database; each test has an empty one of its own. */
    abstract Map<String, Object> database();

    @BeforeEach
    void start() {
        Map<String, Object> settings = new HashMap<>(database());
        settings.put("docent.data", place.resolve("data").toString());
        settings.put("docent.index.store", "opensearch");
        context = ApplicationContext.builder().properties(settings).start();
        uploads = context.getBean(DatabaseUploads.class);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    private Kept kept(String name) {
        return Objects.requireNonNull(uploads.find(name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void giveBackWhatWasKept() throws IOException {
        byte[] large = new byte[1_234_567];
        new Random(7).nextBytes(large);
        uploads.keep("Größe 😀 '; --.bin", "application/x-thing", large, THEN);

        Kept kept = kept("Größe 😀 '; --.bin");

        assertThat(kept.name()).isEqualTo("Größe 😀 '; --.bin");
        assertThat(kept.mediaType()).isEqualTo("application/x-thing");
        assertThat(kept.at()).isEqualTo(THEN);
        assertThat(kept.hasContent(ContentHash.of(large))).isTrue();
        assertThat(kept.hasContent(ContentHash.of(new byte[0]))).isFalse();
        assertThat(kept.content()).hasBinaryContent(large);
        assertThat(uploads.find("another")).isNull();
    }

    @Test
    void haveOneOfEachName() throws IOException {
        uploads.keep("b.txt", null, bytes("old"), THEN);
        uploads.keep("a.txt", null, bytes("a"), THEN);
        Kept before = kept("b.txt");
        uploads.keep("b.txt", "text/plain", bytes("new"), THEN);

        assertThat(uploads.all()).extracting(Kept::name).containsExactlyInAnyOrder("a.txt", "b.txt");
        assertThat(kept("b.txt").content()).hasContent("new");
        assertThatThrownBy(before::content).isInstanceOf(NoSuchFileException.class);
        assertThat(kept("a.txt").mediaType()).isNull();
    }

    @Test
    void forget() {
        uploads.keep("a.txt", null, bytes("a"), THEN);
        uploads.keep("b.txt", null, bytes("b"), THEN);

        uploads.forget("a.txt");
        uploads.forget("never");

        assertThat(uploads.find("a.txt")).isNull();
        assertThat(uploads.all()).extracting(Kept::name).containsExactly("b.txt");
    }

    @Test
    void leaveFewCopiesLying() throws IOException {
        for (int i = 0; i < 60; i++) {
            uploads.keep(i + ".txt", null, bytes("text " + i), THEN);
            assertThat(kept(i + ".txt").content()).hasContent("text " + i);
        }

        try (Stream<Path> copies = Files.list(place.resolve("data/temporary"))) {
            assertThat(copies).hasSize(50);
        }
        assertThat(kept("0.txt").content()).hasContent("text 0");
    }
}
