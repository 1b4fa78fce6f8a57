package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a parser does, the service goes on, says why the document was not read, and reads the next one. */
class HostileParserTest {

    @TempDir
    private Path data;

    private ApplicationContext context;

    @BeforeEach
    void open() {
        context = ApplicationContext.run(Map.of(
                "docent.data", data.toString(),
                "docent.documents.timeout", "3s",
                "docent.documents.memory", "64MB",
                "docent.documents.max-characters", "1000"));
    }

    @AfterEach
    void close() {
        context.close();
    }

    private String read(String name, String content) throws UnreadableDocumentException {
        RawDocument raw = new RawDocument(name, null, content.getBytes(StandardCharsets.UTF_8));
        return context.getBean(DocumentReader.class)
                .read(new DocumentId("x"), raw)
                .text();
    }

    private String wish(String wish) throws UnreadableDocumentException {
        return read("a.hostile", wish);
    }

    private String reason(String wish) {
        return catchThrowableOfType(UnreadableDocumentException.class, () -> wish(wish))
                .reason();
    }

    @ParameterizedTest
    @CsvSource({
        "hang, docent.documents.timeout allows",
        "eat memory, more memory than the 64 MB that docent.documents.memory allows",
        "exit, ended the process that reads documents (exit code 7)",
        "overflow, nested too deeply",
        "fail, it is damaged"
    })
    void isStoppedAndTheNextDocumentIsRead(String wish, String reason) throws UnreadableDocumentException {
        assertThat(wish("calm")).isEqualTo("calm");

        assertThat(reason(wish)).contains(reason);

        assertThat(wish("calm again")).isEqualTo("calm again");
        assertThat(wish("and again")).isEqualTo("and again");
    }

    @Test
    void isNoPartOfTheServiceAndIsUsedAgain() throws UnreadableDocumentException {
        String first = wish("process");

        assertThat(first).isNotEqualTo("process " + ProcessHandle.current().pid());
        assertThat(wish("process")).isEqualTo(first);
    }

    @Test
    void isNotStartedForShortPlainText() throws UnreadableDocumentException, IOException {
        for (String name : List.of("a.txt", "a.md", "a.csv", "A.java")) {
            assertThat(read(name, "some words")).contains("some words");
        }

        try (var temporary = Files.list(data.resolve("temporary"))) {
            assertThat(temporary).isEmpty();
        }
    }

    @Test
    void refusesATextThatIsTooLongHereAndThere() {
        for (String name : List.of("a.txt", "a.html")) {
            var failure = catchThrowableOfType(
                    UnreadableDocumentException.class, () -> read(name, "<p>" + "word ".repeat(300)));
            assertThat(failure.reason())
                    .contains("longer than the 1000 characters")
                    .contains("max-characters");
        }
    }

    @Test
    void knowsNothingOfTheEnvironmentThatMayHaveKeys() throws UnreadableDocumentException {
        assertThat(System.getenv()).hasSizeGreaterThan(8);

        assertThat(wish("environment").split(" ")).isSubsetOf(ReadingProcess.ENVIRONMENT);
    }

    @Test
    void spoilsNoReplyByPrinting() throws UnreadableDocumentException {
        assertThat(wish("print")).isEqualTo("printed a.hostile");
    }

    @Test
    void keepsOthersNotWaiting() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> stuck = threads.submit(() -> reason("hang"));
            List<Future<String>> others = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String text = "calm " + i;
                others.add(threads.submit(() -> wish(text)));
            }

            for (int i = 0; i < 20; i++) {
                assertThat(others.get(i).get()).isEqualTo("calm " + i);
            }
            assertThat(stuck.get()).contains("took longer");
        }
    }

    @Test
    void endsWithTheServiceAndLeavesNothing() throws Exception {
        ProcessHandle reader =
                ProcessHandle.of(Long.parseLong(wish("process").substring(8))).orElseThrow();

        context.close();

        reader.onExit().get();
        try (var temporary = Files.list(data.resolve("temporary"))) {
            assertThat(temporary).isEmpty();
        }
    }
}
