package io.docent.channel.http.page;

import io.docent.ingest.FolderIndexing;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server on a folder of its own, which can be stopped and started again where it was. */
final class Site implements AutoCloseable {

    private static final Duration LONGEST_SCAN = Duration.ofMinutes(2);

    private static @Nullable Site shared;

    private final Map<String, Object> settings = new HashMap<>();
    private @Nullable EmbeddedServer server;

    private Site(Path home, Map<String, Object> more) {
        settings.put("docent.data", home.resolve("data").toString());
        settings.put("docent.ingest.folder", home.resolve("documents").toString());
        settings.put("micronaut.server.host", "localhost");
        settings.put("micronaut.server.port", freePort());
        settings.putAll(more);
    }

    /** One on the documents of {@link Shelf} that all tests use which leave it as it was. */
    static synchronized Site shared() {
        if (shared == null) {
            Site site = with(Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(site::close));
            shared = site;
        }
        return shared;
    }

    static Site with(Map<String, Object> settings) {
        try {
            Path home = Files.createTempDirectory("docent-page");
            Shelf.fill(Files.createDirectory(home.resolve("documents")));
            Site site = new Site(home, settings);
            site.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        EmbeddedServer started = ApplicationContext.run(EmbeddedServer.class, settings);
        server = started;
        try {
            FolderIndexing indexing = started.getApplicationContext().getBean(FolderIndexing.class);
            if (!indexing.awaitFirstScan(LONGEST_SCAN)) {
                throw new IllegalStateException("the documents were not indexed within " + LONGEST_SCAN);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    String address() {
        return "http://localhost:" + settings.get("micronaut.server.port");
    }

    @Override
    public void close() {
        stop();
    }
}
