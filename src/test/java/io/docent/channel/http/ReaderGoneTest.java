package io.docent.channel.http;

import static io.docent.HttpApi.body;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.docent.RawHttp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Many who ask at once, some of whom do not wait for the answer. */
class ReaderGoneTest extends HttpTest {

    private static final String QUESTION = "How many people work in Berlin?";

    @ParameterizedTest
    @ValueSource(strings = {"/api/chat", "/api/chat/stream"})
    void goesOnWhenReadersLeaveInTheMiddle(String path) throws Exception {
        for (int i = 0; i < 60; i++) {
            try (RawHttp reader = new RawHttp(server.getPort())) {
                String json = body("question", QUESTION);
                reader.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
                        + "\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
                // Gone at once, a little later, or with the answer on its way.
                switch (i % 3) {
                    case 0 -> Thread.sleep(i / 2);
                    case 1 -> reader.readUntil("citations");
                    default -> {}
                }
            }
        }

        assertThat(api.ask(QUESTION).get("answer").text()).contains("42 people");
    }

    @Test
    void goesOnWhenNobodyWatchesTheIndexingAnyMore() throws Exception {
        for (int i = 0; i < 30; i++) {
            try (RawHttp reader = new RawHttp(server.getPort())) {
                reader.send("GET /api/ingestion/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
                reader.readUntil("event: progress");
            }
        }

        assertThat(api.ask(QUESTION).get("answer").text()).contains("42 people");
    }

    @Test
    void answersManyAtOnceAsItAnswersOne() throws Exception {
        String alone = api.ask(QUESTION).get("answer").text();

        List<String> together = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> asked = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                asked.add(threads.submit(() -> api.ask(QUESTION).get("answer").text()));
            }
            for (Future<String> one : asked) {
                together.add(one.get());
            }
        }

        assertThat(together).containsOnly(alone);
    }

    @Test
    void logsNothingOfWhatIsAsked() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            api.ask("Who keeps the zanzibar ledger?");
            api.post("/api/chat", "{\"question\":\"zanzibar\", \"zanzibar\":1}").problem(400);
            api.post("/api/chat", "{\"question\":\"zanzibar").problem(400);
            api.post("/api/chat/stream", body("question", "zanzibar", "conversationId", "none"));
            api.get("/api/search?q=zanzibar&limit=x").problem(400);
            api.get("/api/search?zanzibar").problem(400);
        } finally {
            root.detachAppender(log);
        }

        assertThat(List.copyOf(log.list))
                .noneMatch(event -> event.getFormattedMessage().contains("zanzibar"));
        assertThat(api.get("/api/conversations").json(200).get("conversations").items())
                .isNotEmpty();
    }
}
