package io.docent;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What was packaged, run as a process of its own in a folder of its own. */
public final class PackagedService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path log;
    private final int port;

    /** Starts it and waits until it has indexed its folder. */
    public PackagedService(Path home, Path folder, Map<String, String> settings, String... jvm)
            throws IOException, InterruptedException {
        this(List.of(), home, folder, settings, jvm);
    }

    /** The same behind a command that runs the one after it. */
    PackagedService(List<String> before, Path home, Path folder, Map<String, String> settings, String... jvm)
            throws IOException, InterruptedException {
        port = freePort();
        // One for each start: what an earlier one printed says nothing of this one.
        log = Files.createTempFile(home, "log", ".txt");
        List<String> command = new ArrayList<>(before);
        command.add(java());
        command.addAll(List.of(jvm));
        command.addAll(List.of("-jar", jar().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().put("MICRONAUT_SERVER_PORT", String.valueOf(port));
        builder.environment()
                .put("DOCENT_INGEST_FOLDER", folder.toAbsolutePath().toString());
        builder.environment().put("DOCENT_DATA", home.resolve("data").toString());
        builder.environment().putAll(settings);
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        awaitReady();
    }

    /** The Java that runs this test. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public static Path jar() {
        return Path.of(System.getProperty("docent.jar")).toAbsolutePath();
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!log().contains("Docent answers at")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("the service does not start: " + log());
            }
            Thread.sleep(100);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public HttpApi api() {
        return new HttpApi(address());
    }

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    public int port() {
        return port;
    }

    public Process process() {
        return process;
    }

    /** All that it printed. */
    public String log() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** Asks it to stop, as a system does (SIGTERM), and waits until it has. */
    public int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        try {
            if (process.isAlive() && stop() < 0) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
