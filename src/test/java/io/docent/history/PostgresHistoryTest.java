package io.docent.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** In PostgreSQL, by its URL; skipped where this machine has no PostgreSQL server. */
class PostgresHistoryTest extends HistoryContract {

    private static @Nullable PostgresServer server;

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        Optional<Path> programs = PostgresServer.programs();
        Assumptions.assumeTrue(
                programs.isPresent(),
                "History is tested on H2 alone: this machine has no PostgreSQL server (Debian: apt-get install postgresql)");
        server = PostgresServer.start(programs.orElseThrow());
    }

    @AfterAll
    static void stopServer() throws IOException, InterruptedException {
        if (server != null) {
            server.stop();
        }
    }

    @AfterEach
    void empty() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "docent", "");
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        }
    }

    private static String url() {
        if (server == null) {
            throw new IllegalStateException("the server has not been started");
        }
        return server.url();
    }

    @Override
    Map<String, Object> database() {
        return Map.of(
                "datasources.default.url", url(),
                "datasources.default.username", "docent",
                "datasources.default.password", "");
    }
}
