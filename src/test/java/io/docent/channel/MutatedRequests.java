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
import java.util.Map;

/** Requests of every protocol, mutated: each is answered or refused, and none fails in the server. */
final class MutatedRequests implements AutoCloseable {

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
                        SampleRequest.WEBHOOK_TOKEN));
        api = service.api();
    }

    /** Sends one, and tells with which status it was answered. */
    int send() {
        SampleRequest request = mutations.one(SampleRequest.ALL);
        return send(request, mutations.of(request.body()));
    }

    /** Sends one with another body, and tells with which status it was answered. */
    int send(SampleRequest request, String body) {
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
}
