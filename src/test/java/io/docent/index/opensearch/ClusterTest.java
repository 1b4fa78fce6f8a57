package io.docent.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.docent.index.IndexException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster may do that a healthy node in a test does not. */
class ClusterTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private Path place;

    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private @Nullable HttpServer server;

    ClusterTest() {}

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void tellsThatNobodyAnswers() {
        try (Cluster cluster = new Cluster(OpenSearchCluster.settings("http://127.0.0.1:1"))) {
            assertThatThrownBy(() -> cluster.read("GET", "/", Map.of(), null))
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("OpenSearch at http://127.0.0.1:1 does not answer")
                    .hasMessageContaining("docent.opensearch.hosts");
        }
    }

    @Test
    void tellsThatItIsSlow() throws IOException {
        CountDownLatch asked = new CountDownLatch(1);
        HttpServer slow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slow.createContext("/", exchange -> asked.countDown());
        slow.start();
        server = slow;

        try (Cluster cluster = new Cluster(settings("http", null, null, Duration.ofMillis(300)))) {
            assertThatThrownBy(() -> cluster.read("GET", "/", Map.of(), null))
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("took longer than 300 ms (docent.opensearch.timeout)");
        }
        assertThat(asked.getCount()).isZero();
    }

    @Test
    void goesOnlyToOpenSearch() throws IOException {
        serve("200 {\"version\": {\"number\": \"8.1.0\"}}");

        try (Cluster cluster = new Cluster(settings("http", null, null, Duration.ofSeconds(10)))) {
            assertThatThrownBy(() -> new Indices(cluster, "docent", 1, new Stamp("m", 3)).open())
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("something else than OpenSearch");
        }
    }

    @Test
    void triesAgainWhatFailedForAPassingReason() throws IOException {
        serve("503 {}", "429 {}", "200 {\"it\": \"answers\"}");

        try (Cluster cluster = new Cluster(settings("http", null, null, Duration.ofSeconds(10)))) {
            assertThat(cluster.write("POST", "/x", Map.of(), null).path("it").asText())
                    .isEqualTo("answers");
        }
        assertThat(requests).hasSize(3);
    }

    @Test
    void tellsThatAPartOfTheIndexIsMissing() throws IOException {
        String red = "503 {\"error\": {\"root_cause\": [{\"reason\": \"Search rejected due to missing shards\"}]}}";
        serve(red, red, red, red, red, red, red, red);

        try (Cluster cluster = new Cluster(settings("http", null, null, Duration.ofSeconds(10)))) {
            assertThatThrownBy(() -> cluster.read("POST", "/docent-1/_search", Map.of(), Map.of()))
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("cannot be reached whole (Search rejected due to missing shards)");
        }
    }

    @Test
    void sendsAgainWhatThereWasNoRoomForAndNothingElse() throws IOException {
        serve(
                "200 {\"items\": [{\"index\": {\"status\": 201}}, {\"index\": {\"status\": 429}}]}",
                "200 {\"items\": [{\"index\": {\"status\": 201}}]}");

        try (Cluster cluster = new Cluster(settings("http", null, null, Duration.ofSeconds(10)))) {
            Bulk bulk = new Bulk(cluster);
            bulk.index("docent-1", "first", Map.of("text", "one"));
            bulk.index("docent-1", "second", Map.of("text", "two"));
            bulk.flush();
        }
        assertThat(requests).hasSize(2);
        assertThat(requests.poll()).contains("first", "second");
        assertThat(requests.poll()).contains("second", "two").doesNotContain("first");
    }

    @Test
    void stopsAtAWriteThatIsRefused() throws IOException {
        serve("200 {\"items\": [{\"index\": {\"status\": 400, \"error\": {\"reason\": \"no such field\"}}}]}");

        try (Cluster cluster = new Cluster(settings("http", null, null, Duration.ofSeconds(10)))) {
            Bulk bulk = new Bulk(cluster);
            bulk.index("docent-1", "first", Map.of("text", "one"));

            assertThatThrownBy(bulk::flush)
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("400: no such field");
        }
    }

    @Test
    void sendsNameAndPasswordToWhomItTrustsAndNobodyElse() throws Exception {
        Path certificate = serveTls("200 {\"it\": \"answers\"}", "401 {}");

        try (Cluster trusting = new Cluster(settings("https", certificate, "docent", Duration.ofSeconds(10)));
                Cluster wary = new Cluster(settings("https", null, "docent", Duration.ofSeconds(10)))) {
            assertThatThrownBy(() -> wary.read("GET", "/", Map.of(), null))
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("docent.opensearch.certificates names the authority");
            assertThat(requests).isEmpty();

            assertThat(trusting.read("GET", "/", Map.of(), null).path("it").asText())
                    .isEqualTo("answers");
            assertThat(requests.poll()).contains("Basic ZG9jZW50OnNlY3JldA==");
            assertThatThrownBy(() -> trusting.read("GET", "/", Map.of(), null))
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("refuses docent.opensearch.username")
                    .hasMessageNotContaining("secret");
        }
    }

    private OpenSearchSettings settings(
            String scheme, @Nullable Path certificates, @Nullable String username, Duration timeout) {
        int port = server == null ? 1 : server.getAddress().getPort();
        return new OpenSearchSettings(
                List.of(scheme + "://localhost:" + port),
                username,
                username == null ? null : "secret",
                certificates == null ? null : certificates.toString(),
                "docent",
                1,
                timeout);
    }

    /** Answers each request with the next status and body. */
    private void serve(String... statusAndBody) throws IOException {
        serve(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), statusAndBody);
    }

    private void serve(HttpServer made, String... statusAndBody) {
        answers.addAll(List.of(statusAndBody));
        made.createContext("/", this::answer);
        made.start();
        server = made;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        requests.add(
                authorization + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String[] answer = answers.remove().split(" ", 2);
        byte[] body = answer[1].getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(Integer.parseInt(answer[0]), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The server's certificate, signed by itself. */
    private Path serveTls(String... statusAndBody) throws Exception {
        Path keys = place.resolve("keys.p12");
        Path certificate = place.resolve("certificate.pem");
        keytool(
                "-genkeypair",
                "-keystore",
                keys.toString(),
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-alias",
                "node");
        keytool("-exportcert", "-rfc", "-keystore", keys.toString(), "-alias", "node", "-file", certificate.toString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer made = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        made.setHttpsConfigurator(new HttpsConfigurator(tls));
        serve(made, statusAndBody);
        return certificate;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-storepass", PASSWORD));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
    }
}
