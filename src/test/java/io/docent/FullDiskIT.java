package io.docent;

import static io.docent.HttpApi.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.docent.HttpApi.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder on a disk that is full, or that nobody may write to. */
class FullDiskIT {

    private static final String QUESTION = "How many people work in Berlin?";
    private static final String NOTE = "# Note\n\nThe canteen serves soup on Mondays.\n";

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void prepare() throws Exception {
        assumeTrue(
                SmallDisk.isPossible(),
                "Full disks are not tested: this machine lets no process mount a file system (unshare --user --mount)");
        folder = Files.createDirectories(root.resolve("folder"));
        Files.writeString(folder.resolve("office.md"), "# Offices\n\n42 people work in Berlin.\n");
    }

    private PackagedService start(SmallDisk disk) throws IOException, InterruptedException {
        return new PackagedService(disk.within(), root, folder, Map.of("DOCENT_INGEST_RESCAN", "1s"));
    }

    @Test
    void aFullDiskLosesNothingAndAllGoesOnOnceThereIsRoom() throws Exception {
        try (SmallDisk disk = new SmallDisk(root.resolve("data"), 12)) {
            String conversation;
            try (PackagedService service = start(disk)) {
                HttpApi api = service.api();
                assertThat(api.upload("/api/documents", "note.md", NOTE).status())
                        .isEqualTo(200);
                conversation = api.ask(QUESTION).get("conversationId").text();
                Path filler = disk.fill();

                Response upload =
                        api.upload("/api/documents", "more.md", "# More\n\n" + "Much more of it. ".repeat(900));
                Response asked = askUntilFull(api);
                Files.writeString(folder.resolve("new.md"), "# Trains\n\nThe train leaves at nine.\n".repeat(300));

                assertThat(upload.problem(503)).contains("No space left on device", "try again");
                assertThat(asked.problem(503)).contains("once the disk of the data folder has room");
                assertThat(api.get("/api/search?q=soup")
                                .json(200)
                                .get("passages")
                                .items())
                        .isNotEmpty();
                assertThat(sources(api)).contains("note.md").doesNotContain("more.md");
                Files.delete(filler);
                assertThat(api.upload("/api/documents", "more.md", "# More\n\nSome more.\n")
                                .status())
                        .isEqualTo(200);
                assertThat(askUntilAnswered(api, conversation).get("status").text())
                        .isEqualTo("answered");
                awaitSource(api, "new.md");
                service.process().destroyForcibly().waitFor();
            }

            try (PackagedService service = start(disk)) {
                HttpApi api = service.api();
                assertThat(sources(api)).contains("note.md", "more.md", "new.md", "office.md");
                assertThat(api.get("/api/conversations/" + conversation)
                                .json(200)
                                .get("turns")
                                .items())
                        .hasSize(2);
                assertThat(service.log()).doesNotContain("damaged");
            }
        }
    }

    /** What the history has of its file already takes some turns more. */
    private static Response askUntilFull(HttpApi api) {
        String question = body("question", QUESTION + " (" + "and so on, ".repeat(150) + ")");
        Response response = api.post("/api/chat", question);
        for (int i = 0; i < 200 && response.status() == 200; i++) {
            response = api.post("/api/chat", question);
        }
        return response;
    }

    /** A connection to the database that was closed is found to be so within half a second. */
    private static Json askUntilAnswered(HttpApi api, String conversation) throws InterruptedException {
        String question = body("question", QUESTION, "conversationId", conversation);
        Response response = api.post("/api/chat", question);
        for (int i = 0; i < 100 && response.status() == 503; i++) {
            Thread.sleep(100);
            response = api.post("/api/chat", question);
        }
        return response.json(200);
    }

    private static String sources(HttpApi api) {
        return api.get("/api/documents").json(200).get("documents").items().stream()
                .map(document -> document.get("source").text())
                .toList()
                .toString();
    }

    private static void awaitSource(HttpApi api, String source) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            if (sources(api).contains(source)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(source + " is not among " + sources(api) + ", "
                + api.get("/api/ingestion").text());
    }

    @Test
    void aFolderThatMayNotBeWrittenToStopsTheStartWithOneLine() throws Exception {
        try (SmallDisk disk = new SmallDisk(root.resolve("data"), 12)) {
            disk.makeReadOnly();

            assertThatThrownBy(() -> start(disk))
                    .hasMessageContaining("docent.data is")
                    .hasMessageContaining("which cannot be written")
                    .hasMessageContaining("allowed is a folder that this user may write to")
                    .extracting(Throwable::getMessage)
                    .satisfies(told -> assertThat(told.toString()).doesNotContain("\tat "));
        }
    }
}
