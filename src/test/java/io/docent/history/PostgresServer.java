package io.docent.history;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server of this machine's own, with nothing in it, for as long as a test takes. */
public final class PostgresServer {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final String folder;
    private final int port;

    private PostgresServer(Path programs, String folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Where the server's programs are, if they are. */
    public static Optional<Path> programs() {
        List<Path> places = new ArrayList<>();
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.map(version -> version.resolve("bin")).forEach(places::add);
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        Stream.of(System.getenv("PATH").split(":")).map(Path::of).forEach(places::add);
        return places.stream()
                .filter(place ->
                        Files.isExecutable(place.resolve("initdb")) && Files.isExecutable(place.resolve("postgres")))
                .findFirst();
    }

    /** With an empty database. */
    public static PostgresServer start(Path programs) throws IOException, InterruptedException {
        String folder =
                run(List.of("mktemp", "-d", "/tmp/docent-postgres-XXXXXX")).strip();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        PostgresServer server = new PostgresServer(programs, folder, port);
        server.program("initdb", "-D", folder, "-U", "docent", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        server.startAgain();
        return server;
    }

    /** Runs it with what is in it. */
    public void startAgain() throws IOException, InterruptedException {
        program(
                "pg_ctl",
                "-D",
                folder,
                "-w",
                "-l",
                folder + "/log",
                "-o",
                "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off",
                "start");
    }

    /** Ends its processes at once, as a crash of the server does. */
    public void stopImmediately() throws IOException, InterruptedException {
        program("pg_ctl", "-D", folder, "-m", "immediate", "stop");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** What a service is to be told to keep its data here. */
    public Map<String, Object> settings() {
        return Map.of(
                "datasources.default.url", url(),
                "datasources.default.username", "docent",
                "datasources.default.password", "");
    }

    /** Forgets all that is in it. */
    void empty() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "docent", "");
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        }
    }

    /** Ends it and deletes what is in it. */
    public void stop() throws IOException, InterruptedException {
        stopImmediately();
        run(List.of("rm", "-rf", folder));
    }

    private void program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(programs.resolve(name).toString()));
        command.addAll(List.of(arguments));
        run(command);
    }

    /** PostgreSQL refuses to run as root; its package brings a user of its own. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            whole.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        whole.addAll(command);
        Path out = Files.createTempFile("docent-postgres", ".out");
        try {
            // To a file: the server that is started keeps its standard output open.
            int code = new ProcessBuilder(whole)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start()
                    .waitFor();
            String told = Files.readString(out, StandardCharsets.UTF_8);
            if (code != 0) {
                throw new IOException(whole + " ended with " + code + ": " + told);
            }
            return told;
        } finally {
            Files.delete(out);
        }
    }
}
