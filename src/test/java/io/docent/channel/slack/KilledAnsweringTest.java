package io.docent.channel.slack;

import static io.docent.channel.slack.SlackClient.id;
import static io.docent.channel.slack.SlackClient.mention;
import static io.docent.channel.slack.SlackClient.ts;
import static org.assertj.core.api.Assertions.assertThat;

import io.docent.Application;
import io.docent.HttpApi;
import io.docent.HttpService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service, killed with {@code kill -9} again and again while questions wait and answers are on their way. */
class KilledAnsweringTest {

    private static final int KILLS = 3;
    private static final int CHANNELS = 4;
    private static final int QUESTIONS = 6;

    @TempDir
    private Path place;

    KilledAnsweringTest() {}

    @Test
    void answersEachQuestionOnceAllTheSame() throws Exception {
        HttpService.exampleFolder(place.resolve("folder"));
        Map<String, String> asked = new TreeMap<>();
        List<String> delivered = new ArrayList<>();
        try (SlackStub stub = new SlackStub()) {
            // Slow enough that a kill finds calls that were carried out and not answered yet.
            stub.delay(Duration.ofMillis(150));
            for (int kill = 0; kill < KILLS; kill++) {
                int port = freePort();
                Process child = start(stub, port);
                try {
                    HttpApi api = new HttpApi(URI.create("http://localhost:" + port));
                    awaitHealth(api, child);
                    SlackClient slack = new SlackClient(api);
                    for (int i = 0; i < QUESTIONS; i++) {
                        String ts = ts();
                        String event = id("Ev");
                        String channel = "C" + i % CHANNELS;
                        asked.put(ts, channel);
                        delivered.add(event);
                        slack.event(event, mention(channel, ts, "How many people work in Berlin?"));
                    }
                    int before = stub.messages().size();
                    int posts = 1 + kill;
                    SlackStub.await(() -> stub.messages().size() >= before + posts);
                } finally {
                    child.destroyForcibly().waitFor();
                }
            }
            stub.delay(Duration.ZERO);
            int port = freePort();
            Process child = start(stub, port);
            try {
                HttpApi api = new HttpApi(URI.create("http://localhost:" + port));
                awaitHealth(api, child);

                SlackStub.await(() -> threads(stub).keySet().containsAll(asked.keySet()));

                // Slack sends again what it was not sure of, and a question after it in each channel comes last.
                SlackClient slack = new SlackClient(api);
                for (int i = 0; i < CHANNELS; i++) {
                    slack.event(
                            delivered.get(i),
                            mention("C" + i, asked.keySet().iterator().next(), "again?"));
                    String ts = ts();
                    asked.put(ts, "C" + i);
                    slack.event(mention("C" + i, ts, "How many people work in Munich?"));
                }
                SlackStub.await(() -> threads(stub).keySet().containsAll(asked.keySet()));
            } finally {
                child.destroyForcibly().waitFor();
            }
            assertThat(threads(stub))
                    .hasSize(asked.size())
                    .allSatisfy((ts, count) ->
                            assertThat(count).as("answers to " + ts).isEqualTo(1));
            assertThat(stub.messages()).allMatch(message -> message.shown().contains("people work in"));
        }
    }

    private static Map<String, Long> threads(SlackStub stub) {
        return stub.messages().stream()
                .collect(Collectors.groupingBy(
                        message -> message.json().get("thread_ts").getAsString(), Collectors.counting()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitHealth(HttpApi api, Process child) {
        SlackStub.await(() -> {
            if (!child.isAlive()) {
                throw new AssertionError("it has ended");
            }
            try {
                return api.get("/api/ingestion").text().contains("\"idle\"");
            } catch (UncheckedIOException e) {
                return false;
            }
        });
    }

    private Process start(SlackStub stub, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName());
        builder.environment()
                .putAll(Map.of(
                        "MICRONAUT_SERVER_PORT", String.valueOf(port),
                        "DOCENT_DATA", place.resolve("data").toString(),
                        "DOCENT_INGEST_FOLDER", place.resolve("folder").toString(),
                        "DOCENT_SLACK_SIGNING_SECRET", SlackClient.SECRET,
                        "DOCENT_SLACK_BOT_TOKEN", "xoxb-test",
                        "DOCENT_SLACK_API_URL", stub.apiUrl()));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        place.resolve("child.log").toFile()))
                .start();
    }
}
