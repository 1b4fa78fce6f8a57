package io.docent.bench;

import io.docent.PackagedService;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A service that is started to see how soon it answers.
 *
 * @param program what follows the options of the JVM: {@code -jar FILE}, or a class path and a class
 * @param settings of its environment, beside the port
 * @param request to be answered with 200; its address is relative
 * @param cache the AOT cache: made by the first start, used by the others
 */
record Launch(List<String> program, Map<String, String> settings, HttpRequest request, Path cache) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Starts it once and has it answer once, as the Dockerfile does, so that the JVM knows what to keep ready. */
    void train() throws IOException, InterruptedException {
        run("-XX:AOTCacheOutput=" + cache);
    }

    /** Seconds from the start of the process to the end of its first answer. */
    double first() throws IOException, InterruptedException {
        return run("-XX:AOTCache=" + cache);
    }

    private double run(String option) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(PackagedService.java()));
        command.addAll(Service.OPTIONS);
        command.addAll(List.of("-Xlog:aot=off", option));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        cache.resolveSibling(cache.getFileName() + ".log").toFile());
        builder.environment().put("MICRONAUT_SERVER_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        long start = System.nanoTime();
        Process process = builder.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            awaitAnswer(client, port, process);
            return (System.nanoTime() - start) / 1e9;
        } finally {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private void awaitAnswer(HttpClient client, int port, Process process) throws IOException, InterruptedException {
        HttpRequest absolute = HttpRequest.newBuilder(request, (name, value) -> true)
                .uri(URI.create("http://localhost:" + port)
                        .resolve(request.uri().getPath()))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                HttpResponse<String> response = client.send(absolute, BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(2); // it does not listen yet
            }
        }
        throw new IOException("no answer: see " + cache + ".log");
    }
}
