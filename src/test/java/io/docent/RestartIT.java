package io.docent;

import static io.docent.HttpApi.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.model.StubModelServer;
import io.docent.model.StubModelServer.Reply;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stopping, backing up, and going on elsewhere, as docs/operations.md has it. */
class RestartIT {

    private static final String QUESTION = "How many people work in Berlin?";

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(root.resolve("folder"));
        Files.writeString(
                folder.resolve("office.md"), "# Offices\n\n42 people work in Berlin. 17 people work in Munich.\n");
    }

    private PackagedService start(String home, Map<String, String> settings) throws IOException, InterruptedException {
        return new PackagedService(Files.createDirectories(root.resolve(home)), folder, settings);
    }

    @Test
    void anAnswerInTheMiddleOfItsStreamIsEndedBeforeTheServiceStops() throws Exception {
        try (StubModelServer model = new StubModelServer();
                PackagedService service = start(
                        "drain",
                        Map.of(
                                "DOCENT_LLM_PROVIDER", "openai",
                                "DOCENT_LLM_MODEL", "stub",
                                "DOCENT_LLM_BASE_URL", model.address() + "/v1"));
                RawHttp reader = new RawHttp(service.port());
                RawHttp watcher = new RawHttp(service.port())) {
            model.behave(prompt -> Reply.of("42 people work in Berlin [1]. 17 people work in Munich [1].")
                    .slow(150));
            watcher.send("GET /api/ingestion/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
            watcher.readUntil("event: progress");
            String json = body("question", QUESTION);
            reader.send("POST /api/chat/stream HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
                    + "\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
            String begun = reader.readUntil("event: piece");

            service.process().destroy();
            awaitRefused(service.port());
            String rest = reader.readUntil("0\r\n\r\n");

            assertThat(begun).doesNotContain("event: done");
            assertThat(rest).contains("event: done").contains("17 people work in Munich");
            assertThat(service.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(service.log()).doesNotContain("ERROR").doesNotContain("Exception");
        }
    }

    private static void awaitRefused(int port) throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            try (Socket socket = new Socket("localhost", port)) {
                assertThat(socket.isConnected()).isTrue();
            } catch (IOException e) {
                return;
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("the port is still open");
    }

    @Test
    void aBackupOfAStoppedServiceGoesOnElsewhereWithAllThereWas() throws Exception {
        String conversation;
        String token;
        try (PackagedService service = start("first", Map.of())) {
            conversation = service.api().ask(QUESTION).get("conversationId").text();
            assertThat(service.api()
                            .upload("/api/documents", "note.md", "# Note\n\nThe canteen serves soup on Mondays.\n")
                            .status())
                    .isEqualTo(200);
            token = command(
                    "token", "make", "--data", root.resolve("first/data").toString());
            assertThat(service.stop()).isIn(0, 143);
        }
        run(
                "tar",
                "-C",
                root.resolve("first").toString(),
                "-cf",
                root.resolve("backup.tar").toString(),
                "data");
        run(
                "tar",
                "-C",
                Files.createDirectories(root.resolve("second")).toString(),
                "-xf",
                root.resolve("backup.tar").toString());

        try (PackagedService service = start("second", Map.of("DOCENT_PUBLIC_URL", "https://docent.example.org"))) {
            HttpApi api = service.api();
            String found = api.send(api.request("/api/search?q=soup").header("Authorization", "Bearer " + token))
                    .text();
            assertThat(found).contains("The canteen serves soup on Mondays.");
        }
        try (PackagedService service = start("second", Map.of())) {
            assertThat(service.api().get("/api/conversations/" + conversation).text())
                    .contains("42 people");
            assertThat(service.api()
                            .get("/api/documents?q=note")
                            .json(200)
                            .get("total")
                            .number())
                    .isEqualTo(1);
        }
    }

    @Test
    void aLostIndexIsMadeAnewFromFolderAndUploads() throws Exception {
        try (PackagedService service = start("rebuilt", Map.of())) {
            service.api().upload("/api/documents", "note.md", "# Note\n\nThe canteen serves soup on Mondays.\n");
        }
        try (Stream<Path> paths = Files.walk(root.resolve("rebuilt/data/index"))) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }

        try (PackagedService service = start("rebuilt", Map.of())) {
            assertThat(service.api()
                            .ask("What does the canteen serve?")
                            .get("answer")
                            .text())
                    .contains("soup");
            assertThat(service.api().ask(QUESTION).get("answer").text()).contains("42");
        }
    }

    @Test
    void aSecondServiceOnTheSameDataIsToldSo() throws Exception {
        try (PackagedService service = start("held", Map.of())) {
            assertThatThrownBy(() -> new PackagedService(root.resolve("held"), folder, Map.of()))
                    .hasMessageContaining("is in use by another process");
            assertThat(service.api().ask(QUESTION).get("status").text()).isEqualTo("answered");
        }
    }

    private static String command(String... arguments) throws IOException, InterruptedException {
        return run(Stream.concat(
                        Stream.of(
                                PackagedService.java(),
                                "-jar",
                                PackagedService.jar().toString()),
                        Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.strip();
    }
}
