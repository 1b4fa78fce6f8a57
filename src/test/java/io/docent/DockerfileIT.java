package io.docent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the steps of the Dockerfile that need no Docker: the training of the cache, the start, the health check. */
class DockerfileIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String dockerfile = read(Path.of("Dockerfile"));
    private final int port = freePort();

    @TempDir
    Path app;

    @BeforeEach
    void layOutTheImage() throws IOException {
        Files.createSymbolicLink(
                app.resolve("docent.jar"),
                Path.of(System.getProperty("docent.jar")).toAbsolutePath());
        Files.createSymbolicLink(app.resolve("documents"), Path.of("seeds").toAbsolutePath());
    }

    @Test
    void trainsTheCacheAndStartsWithIt() throws IOException, InterruptedException {
        Process training = bash(instruction("RUN (DOCENT_DATA=.*)"));
        assertThat(training.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(training.exitValue()).as(log()).isZero();
        assertThat(app.resolve("docent.aot")).isRegularFile();
        assertThat(app.resolve("training")).doesNotExist();

        Process service = bash("exec " + String.join(" ", entrypoint()));
        try {
            String question = "{\"question\": \"How far did the North Korean missile fly?\"}";
            assertThat(awaitHealth()).isZero();
            assertThat(ask(question, null).statusCode()).isEqualTo(401);
            HttpResponse<String> answer = answered(question);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("900 kilometers").contains("\"status\":\"answered\"");
            assertThat(log()).doesNotContain("WARN").doesNotContain("[warning]");
        } finally {
            service.destroy();
            service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void copiesOnlyWhatIsThere() {
        Matcher copies =
                Pattern.compile("^COPY (?!--from)(\\S+) ", Pattern.MULTILINE).matcher(dockerfile);
        List<Path> sources = new ArrayList<>();
        while (copies.find()) {
            sources.add(Path.of(copies.group(1)));
        }

        assertThat(sources)
                .hasSizeGreaterThan(3)
                .allSatisfy(source -> assertThat(source).exists());
        assertThat(dockerfile).contains("\nUSER docent\n").contains("\nVOLUME /data\n");
    }

    /** The health check of the image, until it passes; its exit code. */
    private int awaitHealth() throws IOException, InterruptedException {
        String check = instruction("HEALTHCHECK .*?CMD (.*)");
        long end = System.nanoTime() + PATIENCE.toNanos();
        int exit = 1;
        while (exit != 0 && System.nanoTime() < end) {
            exit = bash(check).waitFor();
            Thread.sleep(200);
        }
        return exit;
    }

    /** The answer once the folder is indexed, which a service that is well may still be at. */
    private HttpResponse<String> answered(String question) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<String> answer = ask(question, token());
        while (answer.body().contains("\"status\":\"not_found\"") && System.nanoTime() < end) {
            assertThat(answer.body()).contains("\"notice\":\"The documents are still being indexed");
            Thread.sleep(200);
            answer = ask(question, token());
        }
        return answer;
    }

    private HttpResponse<String> ask(String question, @Nullable String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/chat"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private String token() throws IOException {
        Matcher token = Pattern.compile("#token=(\\S+)").matcher(log());
        assertThat(token.find()).as("a token in " + log()).isTrue();
        return token.group(1);
    }

    private String log() throws IOException {
        return Files.readString(app.resolve("log"));
    }

    private List<String> entrypoint() {
        return Arrays.stream(instruction("ENTRYPOINT \\[(.*)]").split(", "))
                .map(word -> word.substring(1, word.length() - 1))
                .toList();
    }

    private Process bash(String command) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", command).directory(app.toFile());
        Map<String, String> environment = shell.environment();
        environment.put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + environment.get("PATH"));
        environment.put("MICRONAUT_SERVER_PORT", String.valueOf(port));
        for (String setting : instruction("ENV (MICRONAUT.*)").split(" ")) {
            int equals = setting.indexOf('=');
            environment.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        if (!command.startsWith("exec")) {
            environment.remove("MICRONAUT_SERVER_HOST");
        }
        shell.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(app.resolve("log").toFile()));
        return shell.start();
    }

    /** What the pattern's group finds, with the folders and the port of this test. */
    private String instruction(String pattern) {
        Matcher found = Pattern.compile("^" + pattern, Pattern.MULTILINE).matcher(dockerfile.replace("\\\n", " "));
        assertThat(found.find()).as("%s in the Dockerfile", pattern).isTrue();
        return found.group(1)
                .replace("/tmp/training", app + "/training")
                .replace("=/documents", "=" + app + "/documents")
                .replace("=/data", "=" + app + "/data")
                .replace("localhost:8080", "localhost:" + port);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("run from the project's folder", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
