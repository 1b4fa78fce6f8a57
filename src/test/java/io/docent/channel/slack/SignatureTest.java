package io.docent.channel.slack;

import static io.docent.channel.slack.SlackClient.SECRET;
import static io.docent.channel.slack.SlackClient.id;
import static io.docent.channel.slack.SlackClient.mention;
import static io.docent.channel.slack.SlackClient.sign;
import static io.docent.channel.slack.SlackClient.ts;
import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi.Response;
import io.docent.SettableClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is let in on {@code /slack/*}, over HTTP and at a time that stands still. */
class SignatureTest extends SlackTest {

    private static final long NOW = SettableClock.START.getEpochSecond();

    @Override
    Map<String, Object> more() {
        return Map.of("docent.test.clock", true, "docent.public-url", "https://docent.example.org");
    }

    private Response send(String body, String timestamp, String signature) {
        return slack.send("/slack/events", "application/json", body, timestamp, signature);
    }

    private static String signed(long time, String body) {
        return sign(SECRET, String.valueOf(time), body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"-300, 200", "-301, 401", "0, 200", "300, 200", "301, 401", "-86400, 401", "86400, 401"})
    void takesWhatWasSignedWithinFiveMinutesEitherWay(long drift, int status) {
        assertThat(send("{}", String.valueOf(NOW + drift), signed(NOW + drift, "{}"))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void refusesABodyThatIsAnother() {
        send("{} ", String.valueOf(NOW), signed(NOW, "{}")).problem(401);
    }

    @Test
    void refusesAnotherSecret() {
        String signature = sign("another", String.valueOf(NOW), "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(send("{}", String.valueOf(NOW), signature).problem(401)).contains("signing-secret");
    }

    @Test
    void refusesATimestampThatIsNotTheOneSigned() {
        send("{}", String.valueOf(NOW - 1), signed(NOW, "{}")).problem(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v0=", "v0", "v1=abc", "ü", "v0=zz"})
    void refusesWhatIsNoSignature(String signature) {
        send("{}", String.valueOf(NOW), signature).problem(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1", "1e9", "99999999999999999999", " 1 "})
    void refusesWhatIsNoTimestamp(String timestamp) {
        send("{}", timestamp, sign(SECRET, timestamp, "{}".getBytes(StandardCharsets.UTF_8)))
                .problem(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/slack/events", "/slack/commands", "/slack/interactions"})
    void refusesWhatIsNotSignedBeforeReadingIt(String path) {
        api.send(api.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{")))
                .problem(401);
        api.send(api.request(path).POST(BodyPublishers.noBody())).problem(401);
    }

    @Test
    void signsFormsByteByByte() {
        String body = "text=%C3%BC+%e4&x=%2B%20+&payload=";
        Response response = slack.send(
                "/slack/commands", "application/x-www-form-urlencoded", body, String.valueOf(NOW), signed(NOW, body));

        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void letsInUnderAnyHostWithoutATokenWhereEverythingElseNeedsOne() {
        api.get("/api/documents").problem(401);

        assertThat(send("{}", String.valueOf(NOW), signed(NOW, "{}")).status()).isEqualTo(200);
    }

    @Test
    void doesNothingMoreForWhatIsSentAgain() {
        String channel = id("C");
        String ts = ts();
        String body =
                SlackClient.envelope(id("Ev"), mention(channel, ts, QUESTION)).toString();

        for (int i = 0; i < 4; i++) {
            assertThat(send(body, String.valueOf(NOW), signed(NOW, body)).status())
                    .isEqualTo(200);
        }
        service.context().getBean(SettableClock.class).pass(Duration.ofSeconds(301));
        send(body, String.valueOf(NOW), signed(NOW, body)).problem(401);
        service.context().getBean(SettableClock.class).pass(Duration.ofSeconds(-301));

        String after = ts();
        String next = SlackClient.envelope(id("Ev"), mention(channel, after, QUESTION))
                .toString();
        send(next, String.valueOf(NOW), signed(NOW, next));
        stub.awaitThread(channel, after, 1);
        assertThat(stub.thread(channel, ts)).hasSize(1);
    }
}
