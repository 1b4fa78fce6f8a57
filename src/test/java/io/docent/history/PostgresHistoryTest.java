package io.docent.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
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
                "History is tested on H2 alone: this machine has no PostgreSQL server (Debian: apt-get install"
                        + " postgresql)");
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
        Objects.requireNonNull(server).empty();
    }

    @Override
    Map<String, Object> database() {
        return Objects.requireNonNull(server).settings();
    }
}
