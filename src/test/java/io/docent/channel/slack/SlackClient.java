package io.docent.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.docent.HttpApi;
import io.docent.HttpApi.Response;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends to Docent what Slack would, signed as Slack signs it. */
public final class SlackClient {

    public static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HttpApi api;

    SlackClient(HttpApi api) {
        this.api = api;
    }

    /** A new id that no other test has. */
    static String id(String prefix) {
        return prefix + NUMBER.incrementAndGet();
    }

    /** A new time stamp of a message. */
    static String ts() {
        return "1780000000.%06d".formatted(NUMBER.incrementAndGet());
    }

    public static String sign(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String now() {
        return String.valueOf(Instant.now().getEpochSecond());
    }

    Response send(String path, String type, String body) {
        String timestamp = now();
        return send(path, type, body, timestamp, sign(SECRET, timestamp, body.getBytes(StandardCharsets.UTF_8)));
    }

    Response send(String path, String type, String body, String timestamp, String signature) {
        return api.send(api.request(path)
                .header("Content-Type", type)
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature)
                .POST(BodyPublishers.ofString(body)));
    }

    Response event(JsonObject event) {
        return event(id("Ev"), event);
    }

    Response event(String eventId, JsonObject event) {
        Response response = send(
                "/slack/events", "application/json", envelope(eventId, event).toString());
        assertThat(response.status()).as(response.text()).isEqualTo(200);
        return response;
    }

    static JsonObject envelope(String eventId, JsonObject event) {
        JsonObject envelope = new JsonObject();
        envelope.addProperty("token", "deprecated");
        envelope.addProperty("team_id", "T1");
        envelope.addProperty("api_app_id", "A1");
        envelope.add("event", event);
        envelope.addProperty("type", "event_callback");
        envelope.addProperty("event_id", eventId);
        envelope.addProperty("event_time", 1_780_000_000);
        JsonObject authorization = new JsonObject();
        authorization.add("enterprise_id", JsonNull.INSTANCE);
        authorization.addProperty("team_id", "T1");
        authorization.addProperty("user_id", SlackStub.BOT);
        authorization.addProperty("is_bot", true);
        authorization.addProperty("is_enterprise_install", false);
        JsonArray authorizations = new JsonArray();
        authorizations.add(authorization);
        envelope.add("authorizations", authorizations);
        envelope.addProperty("is_ext_shared_channel", false);
        envelope.addProperty("event_context", "4-context");
        return envelope;
    }

    static JsonObject mention(String channel, String ts, String question) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "app_mention");
        event.addProperty("user", "U1");
        event.addProperty("text", "<@" + SlackStub.BOT + "> " + question);
        event.addProperty("ts", ts);
        event.addProperty("channel", channel);
        event.addProperty("event_ts", ts);
        event.addProperty("team", "T1");
        return event;
    }

    static JsonObject message(String channelType, String channel, String ts, String text) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("channel", channel);
        event.addProperty("channel_type", channelType);
        event.addProperty("user", "U1");
        event.addProperty("text", text);
        event.addProperty("ts", ts);
        event.addProperty("event_ts", ts);
        event.addProperty("team", "T1");
        return event;
    }

    static JsonObject reply(String channel, String ts, String thread, String text) {
        JsonObject event = message("channel", channel, ts, text);
        event.addProperty("thread_ts", thread);
        return event;
    }

    Response command(String text, String responseUrl) {
        return command(Map.of("text", text, "response_url", responseUrl));
    }

    Response command(Map<String, String> fields) {
        return send("/slack/commands", "application/x-www-form-urlencoded", commandBody(fields));
    }

    static String commandBody(Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "token", "deprecated",
                "team_id", "T1",
                "team_domain", "kestrel",
                "channel_id", "C1",
                "channel_name", "general",
                "user_id", "U1",
                "user_name", "ada",
                "command", "/ask",
                "trigger_id", id("1337.")));
        all.putAll(fields);
        return all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Presses a button of a message. */
    Response press(String user, String action, String value, String responseUrl) {
        return send(
                "/slack/interactions",
                "application/x-www-form-urlencoded",
                pressBody(user, action, value, responseUrl));
    }

    static String pressBody(String user, String action, String value, String responseUrl) {
        String payload = """
                {"type": "block_actions", "user": {"id": "%s", "username": "ada", "team_id": "T1"}, "api_app_id": "A1",
                 "token": "deprecated", "trigger_id": "%s", "team": {"id": "T1", "domain": "kestrel"}, "enterprise": null,
                 "container": {"type": "message", "message_ts": "1790000000.000001", "channel_id": "C1",
                               "is_ephemeral": false},
                 "channel": {"id": "C1", "name": "general"}, "message": {"type": "message", "text": "…"},
                 "response_url": "%s",
                 "actions": [{"action_id": "%s", "block_id": "b", "type": "button", "value": "%s",
                              "action_ts": "1780000000.1"}]}
                """.formatted(user, id("1337."), responseUrl, action, value);
        return "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
    }
}
