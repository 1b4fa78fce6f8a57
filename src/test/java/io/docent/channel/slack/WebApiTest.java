package io.docent.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of one call of Slack. */
class WebApiTest {

    private final SlackStub stub = new SlackStub();
    private final WebApi api = api(stub.apiUrl(), Duration.ofSeconds(3));

    private static WebApi api(String url, Duration giveUpAfter) {
        return new WebApi(new SlackSettings(
                "secret",
                "xoxb-1",
                url,
                "always",
                List.of(),
                List.of(),
                List.of(),
                10,
                Duration.ofMillis(500),
                giveUpAfter));
    }

    @AfterEach
    void stop() throws Exception {
        api.stop();
        stub.close();
    }

    @Test
    void tellsARefusalFromWhatPasses() {
        stub.refuse("auth.test", "invalid_auth");
        assertThatThrownBy(() -> api.once(slack -> slack.authTest(request -> request)))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.error()).isEqualTo("invalid_auth"));

        stub.refuse("auth.test", "internal_error");
        assertThatThrownBy(() -> api.once(slack -> slack.authTest(request -> request)))
                .isInstanceOfSatisfying(
                        UnavailableException.class,
                        e -> assertThat(e.isPerhapsDone()).isTrue());

        stub.refuse("auth.test", "ratelimited");
        assertThatThrownBy(() -> api.once(slack -> slack.authTest(request -> request)))
                .isInstanceOfSatisfying(
                        UnavailableException.class,
                        e -> assertThat(e.isPerhapsDone()).isFalse());
    }

    @Test
    void knowsThatA429WasNotCarriedOut() {
        stub.failOnce("auth.test", new Trouble(429, "7", false, Duration.ZERO, "{}"));

        assertThatThrownBy(() -> api.once(slack -> slack.authTest(request -> request)))
                .isInstanceOfSatisfying(UnavailableException.class, e -> {
                    assertThat(e.isPerhapsDone()).isFalse();
                    assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(7));
                });
    }

    @Test
    void givesUpWhereItWouldHaveToWaitTooLong() {
        stub.failOnce("auth.test", new Trouble(429, "3600", false, Duration.ZERO, "{}"));

        assertThatThrownBy(() -> api.retrying(slack -> slack.authTest(request -> request)))
                .isInstanceOf(UnavailableException.class);
        assertThat(stub.calls("auth.test")).hasSize(1);
    }

    @Test
    void followsNoRedirection() {
        stub.failOnce("elsewhere", new Trouble(307, null, false, Duration.ZERO, ""));

        assertThatThrownBy(() -> api.respond(
                        stub.responseUrl("elsewhere"),
                        ActionResponse.builder().text("secret").build()))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void sendsNothingOnceItIsStopped() throws Exception {
        api.stop();

        assertThatThrownBy(() -> api.once(slack -> slack.authTest(request -> request)))
                .isInstanceOf(StoppedException.class);
        assertThat(stub.calls("auth.test")).isEmpty();
    }

    @Test
    void outlivesConnectionsThatEndAfterEveryCall() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAndClose(server, calls));
            WebApi closing = api("http://127.0.0.1:" + server.getLocalPort() + "/api/", Duration.ofSeconds(3));

            for (int i = 0; i < 40; i++) {
                closing.once(slack -> slack.authTest(request -> request));
                closing.post(slack ->
                        slack.chatPostMessage(post -> post.channel("C1").text("once")));
            }

            closing.stop();
        }
        assertThat(calls.get()).isBetween(80, 120);
    }

    /** As HTTP/1.0 does it, and without saying so. */
    private static void answerAndClose(ServerSocket server, AtomicInteger calls) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                InputStream in = socket.getInputStream();
                StringBuilder head = new StringBuilder();
                while (head.indexOf("\r\n\r\n") < 0) {
                    head.append((char) in.read());
                }
                String length = head.toString().replaceAll("(?si).*content-length: (\\d+).*", "$1");
                in.readNBytes(Integer.parseInt(length));
                calls.incrementAndGet();
                socket.getOutputStream()
                        .write(
                                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"ok\":true}"
                                        .getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                return;
            }
        }
    }
}
