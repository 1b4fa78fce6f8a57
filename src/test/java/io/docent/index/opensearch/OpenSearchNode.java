package io.docent.index.opensearch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A node of OpenSearch of this machine's own, alone or one of several, in a process of its own that ends with this one, on loopback. Its jars are those that the build
 * listed in {@code target}; none of them is among the tests' own.
 */
public final class OpenSearchNode {

    private static final Path CLASS_PATH = Path.of("target", "opensearch.classpath");
    private static final Path NODE = Path.of("src", "test", "opensearch", "Node.java");
    private static final Path KNN = Path.of("target", "opensearch-knn");
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Path folder;
    private final int port;
    private final List<String> command;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    private OpenSearchNode(Path folder, int port, List<String> more) throws IOException {
        this.folder = folder;
        this.port = port;
        this.command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                NODE.toAbsolutePath().toString(),
                folder.toString(),
                Integer.toString(port)));
        command.addAll(more);
        process = run();
    }

    /** Returns once it answers. */
    static OpenSearchNode start() throws IOException, InterruptedException {
        OpenSearchNode node =
                new OpenSearchNode(Files.createTempDirectory("docent-opensearch-"), freePort(), List.of());
        node.awaitAnswer();
        return node;
    }

    /** Nodes of one cluster, begun at once; returns before they answer. */
    public static List<OpenSearchNode> startTogether(int count) throws IOException {
        List<String> names = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("node-" + i);
            ports.add(Integer.toString(freePort()));
            addresses.add("127.0.0.1:" + ports.get(i));
        }
        List<OpenSearchNode> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nodes.add(new OpenSearchNode(
                    Files.createTempDirectory("docent-opensearch-"),
                    freePort(),
                    List.of(
                            "docent-tests-" + ports.getFirst(),
                            names.get(i),
                            ports.get(i),
                            String.join(",", addresses),
                            String.join(",", names))));
        }
        return nodes;
    }

    private Process run() throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Runs it anew with what it had; returns before it answers. */
    public void startAgain() throws IOException {
        process = run();
    }

    private static String classPath() throws IOException {
        if (!Files.exists(CLASS_PATH)) {
            throw new IOException(CLASS_PATH + " is not there; mvn generate-test-resources makes it");
        }
        List<String> jars = new ArrayList<>(List.of(Files.readString(CLASS_PATH).strip()));
        try (Stream<Path> files = Files.list(KNN)) {
            files.filter(file -> file.toString().endsWith(".jar"))
                    .map(file -> file.toAbsolutePath().toString())
                    .sorted()
                    .forEach(jars::add);
        }
        return String.join(":", jars);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Waits until it answers. */
    public void awaitAnswer() throws IOException, InterruptedException {
        long until = System.nanoTime() + LONGEST_START.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            try {
                if (send("GET", "/", "").contains("opensearch")) {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(200);
            }
        }
        String told = Files.readString(folder.resolve("out"));
        stop();
        throw new IOException("the OpenSearch node did not start: " + told);
    }

    /** Where it is reached. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** What the node says to a request. */
    public String send(String method, String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .timeout(Duration.ofSeconds(30))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /** Ends it and deletes what it had. */
    public void stop() throws IOException {
        kill();
        http.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
