package io.docent.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.docent.data.DataFolder;
import io.docent.evaluation.BadInputException;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service itself, in this process, for as long as a command takes: over the folder and the data folder of the
 * settings, on a port of loopback that is told nobody, with a token that nobody else has.
 */
final class House implements AutoCloseable {

    private final EmbeddedServer running;
    private final Server server;

    private House(EmbeddedServer running, Server server) {
        this.running = running;
        this.server = server;
    }

    /**
     * Opens it.
     *
     * @param folder to index; null for the one of the settings
     * @param data to keep everything in; null for the one of the settings
     * @throws InUse where a running service has the data folder
     */
    static House open(@Nullable String folder, @Nullable String data) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Map<String, Object> settings = new HashMap<>(Map.of(
                "micronaut.server.host", "localhost",
                "micronaut.server.port", "-1",
                "docent.access.tokens", token,
                "docent.public-url", "",
                // What Slack sends is for the service.
                "docent.slack.signing-secret", "",
                "docent.slack.bot-token", ""));
        if (folder != null) {
            settings.put("docent.ingest.folder", folder);
        }
        if (data != null) {
            settings.put("docent.data", data);
        }
        ApplicationContext context =
                ApplicationContext.builder().properties(settings).build();
        try {
            context.start();
            EmbeddedServer running = context.getBean(EmbeddedServer.class).start();
            return new House(running, new Server(running.getURI(), token));
        } catch (RuntimeException e) {
            String held = context.getEnvironment()
                    .getProperty("docent.data", String.class)
                    .orElse("data");
            context.close();
            if (isInUse(e)) {
                throw new InUse(held, DataFolder.addressOfHolder(held));
            }
            throw e;
        }
    }

    private static boolean isInUse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException
                    && String.valueOf(cause.getMessage()).contains(DataFolder.IN_USE)) {
                return true;
            }
        }
        return false;
    }

    Server server() {
        return server;
    }

    /** Waits until what is in the folder is in the index, and tells how far that is. */
    JsonNode awaitIndexed(Terminal terminal) {
        try {
            JsonNode progress = server.get("/api/ingestion");
            while (progress.path("state").asText().equals("running")) {
                terminal.progress("Indexing: %,d of %,d files, %.0f passages/s%s"
                        .formatted(
                                progress.path("done").asInt(),
                                progress.path("total").asInt(),
                                progress.path("passagesPerSecond").asDouble(),
                                progress.path("etaSeconds").isNumber()
                                        ? ", about %,d s left"
                                                .formatted(progress.path("etaSeconds")
                                                        .asInt())
                                        : ""));
                Thread.sleep(500);
                progress = server.get("/api/ingestion");
            }
            return progress;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInputException("stopped before the folder was indexed");
        }
    }

    @Override
    public void close() {
        running.getApplicationContext().close();
    }

    /** A running service has the data folder. */
    static final class InUse extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String data;
        private final @Nullable String address;

        InUse(String data, Optional<String> address) {
            super(data);
            this.data = data;
            this.address = address.orElse(null);
        }

        String data() {
            return data;
        }

        /** Where that service answers on this machine; empty where it has not told. */
        Optional<String> address() {
            return Optional.ofNullable(address);
        }
    }
}
