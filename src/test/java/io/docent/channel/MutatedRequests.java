package io.docent.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.HttpApi.Response;
import io.docent.HttpService;
import io.docent.Mutations;
import io.docent.channel.slack.SlackClient;
import io.docent.channel.slack.SlackStub;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Requests of every protocol, mutated: each is answered or refused, and none fails in the server. */
final class MutatedRequests implements AutoCloseable {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUESTION = "How many people work in Berlin?";
    private static final String TOKEN = "znf7rg15kjfs8kdq7gwx5nqsuc";

    private static final List<Request> GOOD = List.of(
            new Request(
                    "/api/chat", JSON, "{\"question\":\"" + QUESTION + "\",\"documentIds\":[\"a\"],\"explain\":true}"),
            new Request("/api/chat", JSON, "{\"question\":\"" + QUESTION + "\",\"conversationId\":\"abc\"}"),
            new Request("/api/chat/stream", JSON, "{\"question\":\"" + QUESTION + "\"}"),
            new Request("/api/session", JSON, "{\"token\":\"x\"}"),
            new Request("/api/answers/0123456789abcdef0123/feedback", JSON, "{\"helpful\":true,\"comment\":\"good\"}"),
            new Request(
                    "/api/documents",
                    "multipart/form-data; boundary=limit",
                    String.join(
                            "\r\n",
                            "--limit",
                            "Content-Disposition: form-data; name=\"file\"; filename=\"fuzz.txt\"",
                            "Content-Type: text/plain",
                            "",
                            "Some text.",
                            "--limit--",
                            "")),
            new Request(
                    "/v1/chat/completions",
                    JSON,
                    "{\"model\":\"docent\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                            + "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"" + QUESTION
                            + "\"}]}],\"stream\":true,\"stream_options\":{\"include_usage\":true}}"),
            new Request(
                    "/v1/chat/completions",
                    JSON,
                    "{\"model\":\"docent\",\"messages\":[{\"role\":\"user\",\"content\":\"" + QUESTION
                            + "\"},{\"role\":\"assistant\",\"content\":\"42 [1].\"},"
                            + "{\"role\":\"user\",\"content\":\"And in Munich?\"}],\"temperature\":0}"),
            new Request(
                    "/mcp",
                    JSON,
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                            + "\"capabilities\":{},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}}"),
            new Request(
                    "/mcp",
                    JSON,
                    "{\"jsonrpc\":\"2.0\",\"id\":\"b\",\"method\":\"tools/call\",\"params\":{\"name\":\"ask\","
                            + "\"arguments\":{\"question\":\"" + QUESTION + "\"}}}"),
            new Request(
                    "/mcp",
                    JSON,
                    "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"search\","
                            + "\"arguments\":{\"query\":\"Berlin\",\"limit\":3}}}"),
            new Request("/mcp", JSON, "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"resources/list\"}"),
            new Request(
                    "/webhook",
                    FORM,
                    "token=" + TOKEN + "&channel_id=c1&user_id=u1&post_id=p1&text=%23docent+How+many%3F"
                            + "&trigger_word=%23docent"),
            new Request(
                    "/webhook",
                    JSON,
                    "{\"token\":\"" + TOKEN + "\",\"bot\":false,\"channel_id\":\"G\",\"message_id\":\"m1\","
                            + "\"user_id\":\"r1\",\"text\":\"docent " + QUESTION + "\",\"trigger_word\":\"docent\"}"),
            new Request(
                    "/slack/events",
                    JSON,
                    "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"Ev1\",\"authorizations\":"
                            + "[{\"team_id\":\"T1\",\"user_id\":\"U0BOT\",\"is_bot\":true}],\"event\":{\"type\":"
                            + "\"app_mention\",\"user\":\"U1\",\"text\":\"<@U0BOT> Why?\",\"ts\":\"1780000000.000001\","
                            + "\"channel\":\"C1\",\"team\":\"T1\"}}"),
            new Request("/slack/events", JSON, "{\"type\":\"url_verification\",\"challenge\":\"abc\"}"),
            new Request(
                    "/slack/commands",
                    FORM,
                    "team_id=T1&channel_id=C1&user_id=U1&command=%2Fask&text=Why%3F&trigger_id=1.2"
                            + "&response_url=https%3A%2F%2Fevil.example%2Fx"),
            new Request(
                    "/slack/interactions",
                    FORM,
                    "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22actions%22"
                            + "%3A%5B%7B%22action_id%22%3A%22helpful%22%2C%22value%22%3A%22x%22%7D%5D%7D"));

    private final SlackStub slack = new SlackStub();
    private final HttpService service;
    private final HttpApi api;
    private final Mutations mutations;

    MutatedRequests(Path root, long seed) {
        mutations = new Mutations(seed);
        service = new HttpService(
                HttpService.exampleFolder(root.resolve("folder")),
                root.resolve("data"),
                Map.of(
                        "docent.slack.signing-secret",
                        SlackClient.SECRET,
                        "docent.slack.bot-token",
                        "xoxb-test",
                        "docent.slack.api-url",
                        slack.apiUrl(),
                        "docent.webhook.tokens",
                        TOKEN));
        api = service.api();
    }

    /** Sends one, and tells with which status it was answered. */
    int send() {
        Request request = mutations.one(GOOD);
        String body = mutations.of(request.body());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String now = SlackClient.now();
        Response response = api.send(api.request(request.path())
                .header("Content-Type", request.type())
                .header("X-Slack-Request-Timestamp", now)
                .header("X-Slack-Signature", SlackClient.sign(SlackClient.SECRET, now, bytes))
                .POST(BodyPublishers.ofByteArray(bytes)));
        assertThat(response.status())
                .as("%s %s: %s", request.path(), body, response.text())
                .isLessThan(500);
        if (response.status() >= 400) {
            assertThat(response.text()).as(body).isNotBlank();
        }
        assertThat(response.text()).as(body).doesNotContain("event: failed", "Exception", "its log says how");
        return response.status();
    }

    @Override
    public void close() {
        service.close();
        slack.close();
    }

    private record Request(String path, String type, String body) {}
}
