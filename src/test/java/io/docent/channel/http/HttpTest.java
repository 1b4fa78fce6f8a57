package io.docent.channel.http;

import io.docent.HttpApi;
import io.docent.HttpService;
import io.docent.ingest.FolderIndexing;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The service over the example folder, called from outside. One service for all tests of a class. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HttpTest implements TestPropertyProvider {

    @Inject
    EmbeddedServer server;

    @Inject
    FolderIndexing indexing;

    HttpApi api;

    @Override
    public final Map<String, String> getProperties() {
        try {
            Path root = Files.createTempDirectory("docent-http");
            Path folder = HttpService.exampleFolder(Files.createDirectories(root.resolve("folder")));
            Map<String, String> settings = new HashMap<>(HttpService.settings(folder, root.resolve("data")));
            settings.putAll(more());
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings beside those of every test. */
    Map<String, String> more() {
        return Map.of();
    }

    @BeforeAll
    void awaitIndexed() throws InterruptedException {
        api = new HttpApi(URI.create("http://localhost:" + server.getPort()));
        indexing.awaitFirstScan(Duration.ofMinutes(2));
    }
}
