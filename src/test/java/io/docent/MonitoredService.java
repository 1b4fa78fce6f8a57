package io.docent;

import com.sun.net.httpserver.HttpServer;
import io.docent.HttpApi.Response;
import io.docent.model.StubModelServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The service with everything that is metered switched on, and its metrics as Prometheus reads them. */
final class MonitoredService implements AutoCloseable {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z0-9_]+)(\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final StubModelServer model = new StubModelServer();
    private final HttpServer slack;
    private final HttpService service;

    MonitoredService(Path root, Map<String, Object> more) throws IOException {
        slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slack.createContext("/", exchange -> {
            byte[] body = "{\"ok\":true,\"user_id\":\"U1\",\"bot_id\":\"B1\",\"ts\":\"1.1\"}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        slack.start();
        model.says("Kestrel Instruments was founded by Maria Oduya in 1987 [1].");
        Map<String, Object> settings = new HashMap<>(Map.of(
                "docent.llm.provider", "openai",
                "docent.llm.base-url", model.address() + "/v1",
                "docent.llm.model", "stub",
                "docent.llm.timeout", "2s",
                "docent.llm.retries", "1",
                "docent.slack.signing-secret", SECRET,
                "docent.slack.bot-token", "xoxb-test",
                "docent.slack.api-url", "http://localhost:" + slack.getAddress().getPort() + "/api/"));
        settings.putAll(more);
        Path folder = HttpService.exampleFolder(Files.createDirectories(root.resolve("folder")));
        service = new HttpService(folder, root.resolve("data"), settings);
    }

    HttpApi api() {
        return service.api();
    }

    StubModelServer model() {
        return model;
    }

    /** Does once whatever makes a meter appear, with words that no other round has. */
    void use(String word) {
        HttpApi api = api();
        api.ask("Who founded Kestrel Instruments?");
        api.ask("Who founded Kestrel Instruments?");
        api.ask("Who repairs the " + word + " helicopters?");
        api.ask("Hello!");
        api.post("/api/chat", HttpApi.body("question", "Why?", "conversationId", word));
        api.post("/api/chat/stream", HttpApi.body("question", "How many people work in Berlin?"));
        api.get("/api/search?q=" + word);
        api.get("/api/gaps");
        api.get("/nowhere/" + word);
        api.get("/api/documents/" + word);
        api.get("/documents/" + word);
        api.send(api.request("/api/" + word).method("X" + word.toUpperCase(Locale.ROOT), BodyPublishers.noBody()));
        api.upload("/api/documents?replace=true", word + ".md", "# " + word + "\n\nSome words on " + word + ".\n");
        slack("{\"type\":\"url_verification\",\"challenge\":\"" + word + "\"}");
        api.get("/health");
    }

    private Response slack(String body) {
        String now = String.valueOf(Instant.now().getEpochSecond());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(("v0:" + now + ":" + body).getBytes(StandardCharsets.UTF_8));
            return api().send(api().request("/slack/events")
                    .header("Content-Type", "application/json")
                    .header("X-Slack-Request-Timestamp", now)
                    .header("X-Slack-Signature", "v0=" + HexFormat.of().formatHex(signature))
                    .POST(BodyPublishers.ofString(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a scrape brings. */
    String scrape() {
        Response response = api().get("/prometheus");
        if (response.status() != 200) {
            throw new AssertionError(response.status() + ": " + response.text());
        }
        return response.text();
    }

    /** Names to types. */
    Map<String, String> families() {
        Map<String, String> families = new TreeMap<>();
        for (Matcher type = TYPE.matcher(scrape()); type.find(); ) {
            families.put(Objects.requireNonNull(type.group(1)), Objects.requireNonNull(type.group(2)));
        }
        return families;
    }

    /** Names of samples, as expressions use them. */
    Set<String> samples() {
        Set<String> samples = new TreeSet<>();
        for (Matcher sample = SAMPLE.matcher(scrape()); sample.find(); ) {
            samples.add(Objects.requireNonNull(sample.group(1)));
        }
        return samples;
    }

    /** Every value of every label, by metric and label. */
    Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new TreeMap<>();
        for (Matcher sample = SAMPLE.matcher(scrape()); sample.find(); ) {
            String all = sample.group(3);
            for (Matcher label = LABEL.matcher(all == null ? "" : all); label.find(); ) {
                labels.computeIfAbsent(sample.group(1) + "." + label.group(1), name -> new TreeSet<>())
                        .add(Objects.requireNonNull(label.group(2)));
            }
        }
        return labels;
    }

    @Override
    public void close() {
        service.close();
        slack.stop(0);
        model.close();
    }
}
