package io.docent.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.docent.HttpService;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector gets. */
class TracingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path root;

    private HttpServer collector;
    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void startCollector() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            // Names and values stand in the protocol's messages as they are.
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stopCollector() {
        collector.stop(0);
    }

    private HttpService service(boolean enabled) throws IOException {
        Path folder = HttpService.exampleFolder(Files.createDirectories(root.resolve("folder")));
        return new HttpService(
                folder,
                root.resolve("data"),
                Map.of(
                        "docent.tracing.enabled",
                        enabled,
                        "docent.tracing.endpoint",
                        "http://localhost:" + collector.getAddress().getPort(),
                        "otel.bsp.schedule.delay",
                        "50ms"));
    }

    private String awaitSpan(String name) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && received.stream().noneMatch(one -> one.contains(name))) {
            Thread.sleep(20);
        }
        return String.join("", received);
    }

    @Test
    void aRequestIsTracedWithTheStepsOfItsAnswerAndWithoutWhatWasAsked() throws Exception {
        try (HttpService service = service(true)) {
            service.api().ask("Who founded Kestrel Instruments?");

            String traces = awaitSpan("/api/chat");

            assertThat(traces)
                    .contains("docent.embed", "docent.words", "docent.meaning", "docent.rank", "docent.record")
                    .contains("service.name")
                    .doesNotContain("Kestrel");
        }
    }

    @Test
    void offNothingIsMadeAndNothingSent() throws IOException {
        try (HttpService service = service(false)) {
            service.api().ask("Who founded Kestrel Instruments?");

            assertThat(service.context().containsBean(OpenTelemetry.class)).isFalse();
        }
        // Closing would have sent what was left.
        assertThat(received).isEmpty();
    }
}
