package io.docent;

import static io.docent.HttpApi.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi.Event;
import io.docent.index.opensearch.OpenSearchCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged services with one folder, one database and one index in OpenSearch, as docs/scaling.md has it. */
class ReplicasIT {

    @RegisterExtension
    static final OpenSearchCluster CLUSTER = new OpenSearchCluster();

    private static final String INDEXED = "docent_ingestion_documents_total{outcome=\"indexed\"}";
    private static final String EMBEDDED = "docent_ingestion_passages_total";
    private static final int FILES = 60;
    private static final int MORE_FILES = 400;
    private static final int PATIENCE_S = 180;

    @TempDir
    Path root;

    private Path folder;
    private Server database;

    @BeforeEach
    void start() throws IOException, SQLException {
        folder = Files.createDirectories(root.resolve("folder"));
        Files.writeString(
                folder.resolve("office.md"), "# Offices\n\n42 people work in Berlin. 17 people work in Munich.\n");
        for (int i = 1; i < FILES; i++) {
            write("first", i);
        }
        database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    }

    @AfterEach
    void stop() {
        database.stop();
    }

    private void write(String name, int number) throws IOException {
        Files.writeString(
                folder.resolve(name + "-" + number + ".md"),
                "# Store room " + number + "\n\nThe store room number " + number + " keeps " + 3 * number
                        + " barrels of the " + name + " delivery.\n");
    }

    private PackagedService service(String home) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        settings.put("DOCENT_INDEX_STORE", "opensearch");
        settings.put("DOCENT_OPENSEARCH_HOSTS", CLUSTER.address());
        settings.put(
                "DATASOURCES_DEFAULT_URL",
                "jdbc:h2:tcp://localhost:" + database.getPort() + "/mem:replicas;DB_CLOSE_DELAY=-1");
        return new PackagedService(Files.createDirectories(root.resolve(home)), folder, settings, "-Xmx512m");
    }

    @Test
    void areOneService() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<PackagedService> starting = threads.submit(() -> service("one"));
            try (PackagedService other = service("other");
                    PackagedService one = starting.get()) {
                awaitDocuments(one.api(), FILES);
                awaitDocuments(other.api(), FILES);
                assertThat(metric(one, INDEXED) + metric(other, INDEXED)).isEqualTo(FILES);
                assertThat(metric(one, EMBEDDED) + metric(other, EMBEDDED)).isEqualTo(FILES);

                uploadsAreEverywhere(one.api(), other.api());
                conversationsGoOn(one.api(), other.api());
                whatADeadOneLeftIsDone(one, other);
            }
        }
    }

    private static void uploadsAreEverywhere(HttpApi one, HttpApi other) {
        String text = "# Canteen\n\nThe canteen serves soup on Mondays.\n";
        assertThat(one.upload("/api/documents", "canteen.md", text).status()).isEqualTo(200);
        assertThat(other.ask("What does the canteen serve?").get("answer").text())
                .contains("soup");
        String id = other.get("/api/documents?q=canteen")
                .json(200)
                .get("documents")
                .get(0)
                .get("id")
                .text();
        assertThat(other.get("/api/documents/" + id + "/file").text()).isEqualTo(text);
        other.upload("/api/documents", "canteen.md", text).problem(409);

        assertThat(other.delete("/api/documents/" + id).status()).isEqualTo(204);

        one.get("/api/documents/" + id).problem(404);
        one.get("/api/documents/" + id + "/file").problem(404);
        assertThat(one.ask("What does the canteen serve?").get("answer").text()).doesNotContain("soup");
    }

    private static void conversationsGoOn(HttpApi one, HttpApi other) {
        Json asked = one.ask("How many people work in Berlin?");
        assertThat(asked.get("answer").text()).contains("42 people");
        String conversation = asked.get("conversationId").text();

        assertThat(other.ask("And in Munich?", conversation).get("answer").text())
                .contains("17 people");

        Event done = other.stream(
                        "/api/chat/stream", body("question", "And in Berlin?", "conversationId", conversation))
                .getLast();
        assertThat(done.name()).isEqualTo("done");
        assertThat(done.data().get("answer").text()).contains("42 people");
        assertThat(one.get("/api/conversations/" + conversation).text()).contains("And in Munich?", "And in Berlin?");
    }

    private void whatADeadOneLeftIsDone(PackagedService dying, PackagedService other) throws Exception {
        double before = metric(dying, INDEXED);
        for (int i = 0; i < MORE_FILES; i++) {
            write("second", i);
        }
        // It has begun and is not done.
        for (int i = 0; i < 20 * PATIENCE_S && metric(dying, INDEXED) < before + 5; i++) {
            Thread.sleep(50);
        }
        assertThat(metric(dying, INDEXED)).isBetween(before + 5, before + MORE_FILES - 1);
        dying.process().destroyForcibly().waitFor();

        awaitDocuments(other.api(), FILES + MORE_FILES);

        Json all = other.api().get("/api/documents?limit=1000").json(200);
        assertThat(all.get("total").number()).isEqualTo(FILES + MORE_FILES);
        for (int number : new int[] {0, MORE_FILES / 2, MORE_FILES - 1}) {
            assertThat(other.api()
                            .ask("How many barrels of the second delivery does the store room number " + number
                                    + " keep?")
                            .get("answer")
                            .text())
                    .contains(3 * number + " barrels");
        }
    }

    private static void awaitDocuments(HttpApi api, int count) throws InterruptedException {
        double there = -1;
        for (int i = 0; i < 5 * PATIENCE_S && there != count; i++) {
            Thread.sleep(200);
            there = api.get("/api/documents?limit=0").json(200).get("total").number();
        }
        assertThat(there).isEqualTo(count);
    }

    private static double metric(PackagedService service, String name) {
        String all = service.api().get("/prometheus").text();
        Matcher sample =
                Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$").matcher(all);
        assertThat(sample.find()).as(all).isTrue();
        return Double.parseDouble(sample.group(1));
    }
}
