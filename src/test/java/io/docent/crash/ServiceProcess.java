package io.docent.crash;

import io.docent.HttpApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The packaged service as a process of its own. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What a dead replica was at is another's after twenty seconds: whoever sends the same file waits as long. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(40);

    private final Process process;
    private final Path log;
    private final int port;
    private volatile boolean killed;

    private ServiceProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * Starts it on a free port.
     *
     * @param environment settings as variables
     */
    public static ServiceProcess start(Path folder, Path data, Path log, Map<String, String> environment)
            throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        Path.of(System.getProperty("docent.jar"))
                                .toAbsolutePath()
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("DOCENT_INGEST_FOLDER", folder.toString());
        builder.environment().put("DOCENT_DATA", data.toString());
        builder.environment().put("MICRONAUT_SERVER_PORT", Integer.toString(port));
        builder.environment().putAll(environment);
        return new ServiceProcess(builder.start(), log, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public HttpApi api() {
        return new HttpApi(URI.create("http://localhost:" + port), LONGEST_ANSWER);
    }

    public void awaitUp() {
        await(this::answers, "it is up");
    }

    /** Waits until the folder is indexed as it is. */
    public void awaitIdle() {
        HttpApi api = api();
        await(() -> api.get("/api/ingestion").json(200).get("state").text().equals("idle"), "the folder is indexed");
    }

    private boolean answers() {
        try {
            return api().get("/health").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private void await(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("waiting until " + what + " was in vain: " + log());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it ends by itself, and tells how. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end: " + log());
        }
        return process.exitValue();
    }

    /** As {@code kill -9} does; what it had started has to end by itself. */
    public void kill() throws InterruptedException {
        killed = true;
        List<ProcessHandle> started = new ArrayList<>(process.descendants().toList());
        process.destroyForcibly().waitFor();
        for (ProcessHandle one : started) {
            one.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
    }

    /** Whether it was killed, or is about to be. */
    boolean isKilled() {
        return killed;
    }

    /** Asks it to end, and waits. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
