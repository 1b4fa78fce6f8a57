package io.docent.channel.http;

import static io.docent.HttpApi.body;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import io.docent.HttpApi;
import io.docent.HttpService;
import io.docent.RawHttp;
import io.docent.model.StubModelServer;
import io.docent.model.StubModelServer.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * What the log has, stack traces included, after traffic of every kind, much of it wrong: no token, key or secret, nothing
 * that anybody asked, nothing that a document or a model says.
 */
class LogsTest {

    private static final String TOKEN = "canarytoken-0123456789";
    private static final String WRONG = "canaryguess-0123456789";
    private static final String KEY = "sk-canarykey-0123456789";

    @TempDir
    Path root;

    @Test
    void theLogHasNoSecretAndNothingOfWhatWasAskedOrSaid() throws Exception {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        OutputStreamAppender<ILoggingEvent> appender = appender(log);
        Logger logger = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        logger.addAppender(appender);
        Path folder = Files.createDirectories(root.resolve("folder"));
        Files.writeString(folder.resolve("office.md"), "# Canarytitle\n\nThe canarytext lives in Berlin since 1987.\n");
        Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 canarypdf and nothing");
        Files.writeString(folder.resolve("broken.docx"), "PK\3\4 canarydocx");
        try (StubModelServer model = new StubModelServer();
                HttpService service = new HttpService(folder, root.resolve("data"), settings(model))) {
            LoggerFactory.getLogger("io.docent.test")
                    .error("this line is seen", new IllegalStateException("as is this"));

            traffic(service, model);
        } finally {
            logger.detachAppender(appender);
        }

        String text = log.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("this line is seen", "as is this");
        assertThat(text.replaceAll("broken\\.(pdf|docx)", "")).doesNotContainIgnoringCase("canary");
    }

    private static OutputStreamAppender<ILoggingEvent> appender(ByteArrayOutputStream log) {
        var context = (ch.qos.logback.classic.LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%level %logger %msg %mdc%n%ex{full}%n");
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(log);
        appender.start();
        return appender;
    }

    private static Map<String, Object> settings(StubModelServer model) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("docent.access.tokens", TOKEN);
        settings.put("docent.llm.provider", "openai");
        settings.put("docent.llm.base-url", model.address() + "/v1");
        settings.put("docent.llm.model", "stub");
        settings.put("docent.llm.api-key", KEY);
        settings.put("docent.llm.timeout", "1s");
        settings.put("docent.llm.time-limit", "2s");
        settings.put("docent.llm.retries", "0");
        settings.put("docent.answer.cache", "0s");
        settings.put("docent.slack.signing-secret", "canarysecret-0123456789abcdef");
        settings.put("docent.slack.bot-token", "xoxb-canarybot-0123456789");
        settings.put("docent.slack.api-url", model.address() + "/");
        return settings;
    }

    private static void traffic(HttpService service, StubModelServer model) throws Exception {
        for (Reply reply : new Reply[] {
            Reply.of("The canarytext lives in Berlin [1]. The canarysaid is false."),
            Reply.error(500, "canaryerror"),
            Reply.error(401, "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY + "\"}}"),
            Reply.error(400, "canarybad " + KEY),
            Reply.of("canaryhalf").cutAfter(1),
            Reply.of("canarygarbage").endingInGarbage(),
            Reply.of("canaryslow").slow(1_500)
        }) {
            model.behave(prompt -> reply);
            ask(service, "/api/chat", "Where does the canarytext live?");
            ask(service, "/api/chat/stream", "Where does the canarytext live since canaryquestion?");
        }
        for (String json :
                new String[] {"{\"question\":\"canarycut", "{\"canaryfield\":1}", "[\"canarylist\"]", "canary"}) {
            send(service, "/api/chat", json);
            send(service, "/api/answers/canaryanswer/feedback", json);
            send(service, "/api/session", json);
        }
        send(service, "/api/session", body("token", WRONG));
        send(service, "/api/session", body("token", TOKEN));
        send(service, "/slack/events", "{\"type\":\"canaryevent\"}");
        for (String path : new String[] {
            "/api/search?q=canarysearch", "/api/search?q=canary&limit=canarylimit",
                    "/api/documents?offset=canaryoffset",
            "/api/documents/canaryid", "/canarypath?token=canaryquery", "/api/conversations/canaryconversation"
        }) {
            HttpApi api = service.api();
            api.send(api.request(path).header("Authorization", "Bearer " + TOKEN));
            api.send(api.request(path).header("Authorization", "Bearer " + WRONG));
            api.send(api.request(path).header("Cookie", "docent-token=" + WRONG));
        }
        raw(service, "canaryline");
        raw(service, "GET /canary%zz HTTP/1.1\r\nHost: canaryhost\r\n\r\n");
        raw(service, "POST /api/chat HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\ncanarychunk\r\n");
        raw(
                service,
                "POST /api/documents HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN
                        + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 40\r\n\r\n--x\r\ncanarypart\r\n\r\n");
    }

    private static void ask(HttpService service, String path, String question) {
        send(service, path, body("question", question));
    }

    private static void send(HttpService service, String path, String json) {
        HttpApi api = service.api();
        api.send(api.request(path)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(json)));
    }

    private static void raw(HttpService service, String bytes) throws Exception {
        try (RawHttp raw = new RawHttp(service.port())) {
            raw.send(bytes);
            Thread.sleep(100);
        }
    }
}
