package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every awkward file is read, or refused with a reason that says what to do. */
class AwkwardFilesTest {

    @TempDir
    private Path data;

    @Test
    void smallOnesAreReadOrRefusedWithAReason() throws Exception {
        Map<String, String> outcomes = readAll(Reading.READER, AwkwardFiles.small());

        assertThat(outcomes)
                .hasSizeGreaterThan(300)
                .containsEntry("almost.txt", "read")
                .containsEntry("noise behind.txt", outcomes.get("noise behind.txt"))
                .containsEntry("planes.txt", "read")
                .containsEntry("turned.md", "read")
                .containsEntry("invalid.txt", "read")
                .containsEntry("deep.md", "read");
        assertThat(outcomes.get("half.docx")).contains("damaged");
        assertThat(outcomes.get("noise.pdf")).contains("not a PDF");
        assertThat(outcomes.get("pdf called.docx"))
                .isEqualTo("named .docx but its content is a PDF; rename it to .pdf");
    }

    @Test
    void largeOnesAreReadOrRefusedWithAReason() throws Exception {
        Map<String, String> outcomes;
        // As long as the longest of these that are read; a sheet of a million cells is over it sooner than by default.
        try (ApplicationContext context = ApplicationContext.run(
                Map.of("docent.data", data.toString(), "docent.documents.max-characters", "1600000"))) {
            outcomes = readAll(context.getBean(DocumentReader.class), AwkwardFiles.large());
        }

        assertThat(outcomes.get("cells.xlsx")).contains("longer than the 1600000 characters");
        assertThat(outcomes).containsEntry("no end.txt", "read").containsEntry("no line end.html", "read");
        for (String ending : new String[] {"docx", "xlsx", "odt", "epub"}) {
            assertThat(outcomes.get("bomb." + ending)).as(ending).contains("unpacks to far more");
        }
        assertThat(outcomes).containsEntry("pages.pdf", "read");
    }

    private static Map<String, String> readAll(DocumentReader reader, Map<String, byte[]> files) throws Exception {
        Map<String, Future<String>> pending = new LinkedHashMap<>();
        Map<String, String> outcomes = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            files.forEach((name, bytes) -> pending.put(name, threads.submit(() -> outcome(reader, name, bytes))));
            for (Map.Entry<String, Future<String>> one : pending.entrySet()) {
                outcomes.put(one.getKey(), one.getValue().get());
            }
        }
        outcomes.forEach((name, outcome) -> {
            if (Boolean.getBoolean("awkward.print")) {
                System.out.println("AWKWARD " + name + ": " + outcome);
            }
        });
        return outcomes;
    }

    private static String outcome(DocumentReader reader, String name, byte[] bytes) throws IOException {
        try {
            Laws.check(reader.read(new DocumentId("test"), new RawDocument(name, null, bytes)));
            return "read";
        } catch (UnreadableDocumentException e) {
            Laws.checkReason(name, e.reason());
            return e.reason();
        }
    }
}
