package io.docent;

import io.docent.document.Pdf;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The whole service on a port of its own over the {@linkplain #exampleFolder example folder}, for tests that start and
 * stop it themselves.
 */
public final class HttpService implements AutoCloseable {

    private final EmbeddedServer server;

    /** Starts with these settings beside folder and data, and waits for the first scan. */
    public HttpService(Path folder, Path data, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(settings(folder, data));
        settings.putAll(more);
        server = started(settings);
        awaitIndexed();
    }

    /** Where a start fails, Micronaut leaves behind what it began: its scheduled work goes on, beside the tests that follow. */
    private static EmbeddedServer started(Map<String, Object> settings) {
        ApplicationContext context = ApplicationContext.builder(settings).build();
        try {
            return context.start().getBean(EmbeddedServer.class).start();
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private void awaitIndexed() {
        try {
            server.getApplicationContext()
                    .getBean(io.docent.ingest.FolderIndexing.class)
                    .awaitFirstScan(java.time.Duration.ofMinutes(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a service of a test is set to. */
    public static Map<String, String> settings(Path folder, Path data) {
        return Map.of(
                "micronaut.server.port", "-1",
                "docent.ingest.folder", folder.toString(),
                "docent.data", data.toString());
    }

    public ApplicationContext context() {
        return server.getApplicationContext();
    }

    public HttpApi api() {
        return new HttpApi(URI.create("http://localhost:" + server.getPort()));
    }

    public int port() {
        return server.getPort();
    }

    /**
     * A folder with the seed document, two Markdown files, a PDF of two pages, and a file that is no PDF though it is
     * called one.
     */
    public static Path exampleFolder(Path folder) {
        try {
            Files.createDirectories(folder.resolve("policies"));
            try (var seeds = Files.newDirectoryStream(Path.of("seeds"))) {
                for (Path seed : seeds) {
                    Files.copy(seed, folder.resolve(seed.getFileName().toString()));
                }
            }
            Files.writeString(folder.resolve("policies/travel.md"), """
                    # Travel policy

                    This policy tells what the company pays when people travel for work. 😀

                    ## Hotels

                    A hotel room may cost up to 140 euros a night. Rooms in Zurich may cost up to 210 euros a night.

                    ## Trains

                    Employees travel second class by train. The train ticket is booked by the office manager.
                    """);
            Files.writeString(folder.resolve("company.md"), """
                    # Kestrel Instruments

                    Kestrel Instruments was founded by Maria Oduya in 1987. Maria Oduya studied physics in Lisbon.

                    ## Offices

                    42 people work in Berlin. 17 people work in Munich.

                    ## Revenue

                    Kestrel Instruments had a revenue of 31 million euros in 2018. Kestrel Instruments had a revenue of \
                    36 million euros in 2019.
                    """);
            Files.write(
                    folder.resolve("manual.pdf"),
                    new Pdf()
                            .title("Gauge manual")
                            .page("The gauge measures pressure in narrow pipes.", "It is calibrated once a year.")
                            .page("The battery of the gauge lasts 300 hours.", "It is charged with the cable supplied.")
                            .bytes());
            Files.write(folder.resolve("broken.pdf"), "%PDF-1.7 and then nothing".getBytes(StandardCharsets.UTF_8));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}
