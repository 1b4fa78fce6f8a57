package io.docent.channel.webhook;

import static io.docent.HttpApi.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.HttpApi.Response;
import io.docent.HttpService;
import io.docent.Json;
import io.docent.history.History;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Mattermost and Rocket.Chat send, as their documentation shows it, and what they get back. */
class WebhookTest {

    private static final String MATTERMOST = "znf7rg15kjfs8kdq7gwx5nqsuc";
    private static final String ROCKET_CHAT = "q3GhdMJHAzc4rKWzyw9uXsM8";

    @TempDir
    static Path root;

    private static HttpService service;
    private static HttpApi api;

    @BeforeAll
    static void start() throws IOException {
        Path folder = HttpService.exampleFolder(Files.createDirectories(root.resolve("folder")));
        Files.writeString(
                folder.resolve("drill.txt"),
                "The fire drill alarm is announced to @all and @channel by ![siren](http://evil.example/x) every March.");
        service = new HttpService(
                folder,
                root.resolve("data"),
                Map.of(
                        "docent.webhook.tokens",
                        MATTERMOST + "," + ROCKET_CHAT,
                        "docent.public-url",
                        "https://docent.example.org"));
        api = service.api();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Response form(String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return api.send(api.request("/webhook")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    private static Response mattermost(String post, String text) {
        return mattermost("u1", post, text);
    }

    private static Response mattermost(String user, String post, String text) {
        return form(
                "token",
                MATTERMOST,
                "team_id",
                "t1",
                "team_domain",
                "ours",
                "channel_id",
                "c1",
                "channel_name",
                "town",
                "timestamp",
                "1445532266",
                "user_id",
                user,
                "user_name",
                "somebody",
                "post_id",
                post,
                "text",
                text,
                "trigger_word",
                "#docent",
                "file_ids",
                "");
    }

    private static String rocketChat(String message, String text) {
        return """
                {"token": "%s", "bot": false, "channel_id": "GENERAL", "channel_name": "general", "message_id": "%s",
                 "timestamp": "2026-03-01T12:00:00.000Z", "user_id": "rc1", "user_name": "rc", "text": %s,
                 "siteUrl": "https://chat.example.org", "trigger_word": "docent"}""".formatted(ROCKET_CHAT, message, Json.quoted(text));
    }

    private static String text(Response response) {
        return response.json(200).get("text").text();
    }

    @Test
    void somebodyWithALongOrAnImpossibleNameIsAnsweredAndGoesOn() {
        for (String user : List.of("../".repeat(100), "a\0b")) {
            String posts = "of-" + user.length();

            assertThat(text(mattermost(user, "first-" + posts, "#docent How many people work in Berlin?")))
                    .contains("42 people");
            assertThat(text(mattermost(user, "second-" + posts, "#docent And in Munich?")))
                    .contains("17 people");
        }
    }

    @Test
    void answersMattermostInTheThread() {
        Response response = mattermost("p1", "#docent Who founded Kestrel Instruments?");

        assertThat(response.json(200).get("response_type").text()).isEqualTo("comment");
        assertThat(text(response))
                .startsWith("Kestrel Instruments was founded by Maria Oduya in 1987 [1].")
                .contains("- [1] [Kestrel Instruments](https://docent.example.org/documents/")
                .contains("“Kestrel Instruments was founded by Maria Oduya in 1987.”");
    }

    @Test
    void answersMattermostsJsonToo() {
        Response response = api.post(
                "/webhook",
                body(
                        "token",
                        MATTERMOST,
                        "channel_id",
                        "c1",
                        "user_id",
                        "u2",
                        "post_id",
                        "p2",
                        "trigger_word",
                        "docent:",
                        "text",
                        "Docent: how many people work in Munich?"));

        assertThat(text(response)).contains("17 people work in Munich");
    }

    @Test
    void answersRocketChat() {
        assertThat(text(api.post("/webhook", rocketChat("m1", "docent, how long does the battery of the gauge last?"))))
                .contains("300 hours")
                .contains("[Gauge manual, page 2](https://docent.example.org/documents/");
    }

    @Test
    void goesOnFromThePersonsLastQuestion() {
        api.post("/webhook", rocketChat("m2", "docent What was the revenue of Kestrel Instruments in 2018?"));

        assertThat(text(api.post("/webhook", rocketChat("m3", "docent and in 2019?"))))
                .contains("36 million euros in 2019");
    }

    @Test
    void saysWhatItIsForWhereNothingIsAsked() {
        assertThat(text(mattermost("p3", "#docent"))).startsWith("I answer questions from your documents.");
    }

    @Test
    void notifiesNobodyAndLoadsNothing() {
        String answer = text(mattermost("p4", "#docent Who is the fire drill alarm announced to?"));

        assertThat(answer).contains("@\u2060all", "@\u2060channel", "!\u2060[siren]");
        assertThat(answer).doesNotContain("@all", "@channel", "![");
        assertThat(answer).doesNotContainPattern("(?<!\\\\)\\]\\(http://evil");
        assertThat(text(mattermost("p5", "#docent Is @here or @everyone in Atlantis?")))
                .doesNotContainPattern("@\\w");
    }

    @Test
    void answersAMessageOnceHoweverOftenItIsSent() throws Exception {
        List<String> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> send = () -> text(form(
                    "token",
                    MATTERMOST,
                    "channel_id",
                    "retry",
                    "user_id",
                    "u9",
                    "post_id",
                    "p6",
                    "text",
                    "Who founded Kestrel Instruments?"));
            for (var sent : senders.invokeAll(List.of(send, send, send, send))) {
                answers.add(sent.get());
            }
            answers.add(send.call());
        }

        assertThat(answers).hasSize(5);
        assertThat(answers.stream().distinct()).hasSize(1);
        History history = service.context().getBean(History.class);
        String owner = "webhook:"
                + io.docent.document.ContentHash.of(MATTERMOST.getBytes(StandardCharsets.UTF_8))
                        .substring(0, 16)
                + ":retry:u9";
        assertThat(history.conversations(owner))
                .singleElement()
                .satisfies(conversation -> assertThat(conversation.turns()).isEqualTo(1));
    }

    @Test
    void saysNothingToPrograms() {
        Response response = api.post(
                "/webhook", rocketChat("m4", "docent hello").replace("\"bot\": false", "\"bot\": {\"i\": \"x\"}"));

        assertThat(response.json(200).names()).isEmpty();
    }

    @Test
    void tellsThatAQuestionIsTooLong() {
        assertThat(text(mattermost("p7", "#docent " + "x".repeat(2_001))))
                .isEqualTo("A question has at most 2,000 characters; this one has 2,001.");
    }

    @ParameterizedTest
    @CsvSource({"nobody-0123456789abcdef, 401", "'', 401", "ZNF7RG15KJFS8KDQ7GWX5NQSUC, 401"})
    void refusesOtherTokens(String token, int status) {
        assertThat(form("token", token, "text", "Who founded Kestrel Instruments?")
                        .problem(status))
                .contains("docent.webhook.tokens")
                .doesNotContain(MATTERMOST);
        assertThat(form("text", "Who founded Kestrel Instruments?").problem(401))
                .isNotBlank();
    }

    @Test
    void refusesWhatIsNoMessage() {
        assertThat(api.post("/webhook", "[]").problem(400)).contains("token and text");
        assertThat(api.post("/webhook", "{").problem(400)).contains("token and text");
        assertThat(api.send(api.request("/webhook")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("token=%zz")))
                        .problem(400))
                .contains("token and text");
        assertThat(api.send(api.request("/webhook")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("hello")))
                        .status())
                .isEqualTo(415);
        assertThat(api.get("/webhook").status()).isEqualTo(405);
    }

    @Test
    void isOffUntilATokenIsSet() throws IOException {
        try (HttpService without =
                new HttpService(Files.createDirectories(root.resolve("none")), root.resolve("data2"), Map.of())) {
            assertThat(without.api()
                            .post("/webhook", body("token", MATTERMOST, "text", "Hello?"))
                            .problem(404))
                    .contains("/webhook");
        }
    }
}
