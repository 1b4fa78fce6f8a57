package io.docent.channel.http;

import static io.docent.HttpApi.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.HttpApi.Response;
import io.docent.HttpService;
import io.docent.RawHttp;
import io.docent.load.Load;
import io.docent.model.StubModelServer;
import io.docent.model.StubModelServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than can be taken in, and clients that are slow about it. */
class LoadHttpTest {

    private static final String QUESTION = "How many people work in Berlin?";
    private static final String ASK = body("question", QUESTION);

    @TempDir
    Path root;

    private final List<RawHttp> clients = new ArrayList<>();
    private StubModelServer model;

    @BeforeEach
    void startModel() {
        model = new StubModelServer();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (RawHttp client : clients) {
            client.close();
        }
        model.close();
    }

    private HttpService start(String... settings) throws IOException {
        Map<String, Object> more = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            more.put(settings[i], settings[i + 1]);
        }
        return new HttpService(
                HttpService.exampleFolder(Files.createDirectories(root.resolve("folder"))), root.resolve("data"), more);
    }

    private HttpService withModel(String... settings) throws IOException {
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of("docent.llm.provider", "openai", "docent.llm.model", "stub"));
        all.addAll(List.of("docent.llm.base-url", model.address() + "/v1", "docent.answer.cache", "0s"));
        return start(all.toArray(String[]::new));
    }

    private RawHttp connect(HttpService service, String request) throws IOException {
        RawHttp client = new RawHttp(service.port());
        clients.add(client);
        client.send(request);
        return client;
    }

    private static String post(String path, String json) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + json.length() + "\r\n\r\n" + json;
    }

    private static void isBusy(Response response, String what) {
        assertThat(response.problem(429)).contains(what, "try again in");
        assertThat(response.header("Retry-After")).matches("[1-9]\\d*");
    }

    @Test
    void aQuestionTooManyIsRefusedAtOnceWhetherStreamedOrNot() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        model.behave(prompt -> {
            awaitOver(over);
            return Reply.of("42 people work in Berlin [1].");
        });
        try (HttpService service = withModel("docent.load.questions", "2")) {
            HttpApi api = service.api();
            RawHttp first = connect(service, post("/api/chat/stream", ASK));
            RawHttp second = connect(service, post("/api/chat/stream", ASK));
            Load load = service.context().getBean(Load.class);
            while (load.questions().inside() < 2) {
                Thread.onSpinWait();
            }

            isBusy(api.post("/api/chat", ASK), "2 questions are under way");
            isBusy(api.post("/api/chat/stream", ASK), "2 questions are under way");
            assertThat(api.get("/api/search?q=Berlin").status()).isEqualTo(200);
            assertThat(api.get("/api/documents").status()).isEqualTo(200);

            over.countDown();
            first.readUntil("event: done");
            second.readUntil("event: done");
            assertThat(api.post("/api/chat", ASK).status()).isEqualTo(200);
        }
    }

    private static void awaitOver(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever is full, only what needs a place in it is refused. */
    @Test
    void everyWayInIsBoundedAndSaysWhenToComeAgain() throws IOException {
        try (HttpService service = start(
                "docent.load.questions", "2",
                "docent.load.searches", "1",
                "docent.load.uploads", "1",
                "docent.load.streams", "1")) {
            HttpApi api = service.api();
            Load load = service.context().getBean(Load.class);
            String completion = "{\"model\":\"docent\",\"messages\":[{\"role\":\"user\",\"content\":\"Who?\"}]";

            load.questions().enter();
            load.questions().enter();
            isBusy(api.post("/api/chat", ASK), "2 questions are under way");
            isBusy(api.post("/api/chat/stream", ASK), "2 questions are under way");
            for (String stream : List.of("}", ",\"stream\":true}")) {
                Response refused = api.post("/v1/chat/completions", completion + stream);
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
            }
            assertThat(api.get("/api/search?q=Berlin").status()).isEqualTo(200);
            load.questions().leave();
            load.questions().leave();

            load.searches().enter();
            isBusy(api.get("/api/search?q=Berlin"), "1 searches are under way");
            assertThat(api.post("/api/chat", ASK).status()).isEqualTo(200);
            load.searches().leave();

            load.uploads().enter();
            isBusy(api.upload("/api/documents", "a.md", "# A"), "1 uploads are under way");
            load.uploads().leave();

            load.streams().enter();
            isBusy(api.get("/api/ingestion/stream"), "1 streams are under way");
            load.streams().leave();

            assertThat(api.get("/api/search?q=Berlin").status()).isEqualTo(200);
            assertThat(api.upload("/api/documents", "a.md", "# A\n\nText.").status())
                    .isEqualTo(200);
            assertThat(api.post("/v1/chat/completions", completion + "}").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aReaderWhoLeavesGivesHisPlaceToAnother() throws Exception {
        model.behave(prompt -> Reply.of("42 people work in Berlin [1].").slow(200));
        try (HttpService service = withModel("docent.load.questions", "1")) {
            RawHttp gone = connect(service, post("/api/chat/stream", ASK));
            gone.readUntil("event: found");
            gone.close();

            int status = 429;
            for (int i = 0; i < 100 && status == 429; i++) {
                Thread.sleep(100);
                status = service.api().post("/api/chat", ASK).status();
            }

            assertThat(status).isEqualTo(200);
        }
    }

    @Test
    void streamsOfTheIndexingAreBoundedAndTheirPlacesComeBack() throws Exception {
        try (HttpService service = start("docent.load.streams", "2")) {
            String watch = "GET /api/ingestion/stream HTTP/1.1\r\nHost: localhost\r\n\r\n";
            for (int i = 0; i < 2; i++) {
                connect(service, watch).readUntil("event: progress");
            }

            String refused = connect(service, watch).readUntil("}");

            assertThat(refused).startsWith("HTTP/1.1 429").containsIgnoringCase("retry-after: ");
            hangUp();
            clients.clear();
            String taken = "429";
            for (int i = 0; i < 100 && taken.contains("429"); i++) {
                Thread.sleep(100);
                taken = connect(service, watch).readUntil("}");
            }
            assertThat(taken).contains("event: progress");
        }
    }

    @Test
    void aConnectionTooManyIsToldSo() throws Exception {
        try (HttpService service = start("docent.load.connections", "8")) {
            for (int i = 0; i < 8; i++) {
                connect(service, "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .readUntil("}");
            }

            String refused = connect(service, "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .readUntil("}");

            assertThat(refused).startsWith("HTTP/1.1 429").contains("Retry-After: 2", "as many connections");
            clients.getFirst().close();
            String status = "429";
            for (int i = 0; i < 100 && !status.contains("200"); i++) {
                Thread.sleep(50);
                status = RawHttp.status(service.port(), "GET /health", "Host: localhost");
            }
            assertThat(status).contains("200");
        }
    }

    @Test
    void slowReadersSlowUploadsAndHalfRequestsHoldNobodyUp() throws IOException {
        try (HttpService service = start("docent.load.questions", "4", "docent.load.uploads", "2")) {
            for (int i = 0; i < 20; i++) {
                connect(service, post("/api/chat/stream", ASK)); // and reads nothing
                connect(
                        service,
                        "POST /api/documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data;"
                                + " boundary=x\r\nContent-Length: 1000000\r\n\r\n--x\r\nContent-Disposition: form-data;"
                                + " name=\"file\"; filename=\"slow" + i + ".txt\"\r\n\r\nThe first of many");
                connect(
                        service,
                        "POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 500\r\n\r\n{\"question\":");
                connect(service, "GET /api/documents HTTP/1.1\r\nHost: local");
            }
            HttpApi api = service.api();

            int busy = 0;
            for (int i = 0; i < 40; i++) {
                busy = api.post("/api/chat", ASK).status() == 429 ? busy + 1 : busy;
            }
            Response uploaded =
                    api.upload("/api/documents", "quick.md", "# Soup\n\nThe canteen serves soup on Mondays.\n");

            assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(200);
            assertThat(api.ask(QUESTION).get("answer").text()).contains("42 people");
            assertThat(busy).isLessThan(40);
        }
    }
}
