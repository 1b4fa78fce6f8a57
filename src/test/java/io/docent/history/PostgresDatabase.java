package io.docent.history;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL server for a class of tests, emptied after each; they are skipped where this machine has none. */
public final class PostgresDatabase implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private final String what;
    private @Nullable PostgresServer server;

    /** For tests of something, in the plural. */
    public PostgresDatabase(String what) {
        this.what = what;
    }

    /** What a service is to be told to keep its data here. */
    public Map<String, Object> settings() {
        return Objects.requireNonNull(server).settings();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Optional<Path> programs = PostgresServer.programs();
        Assumptions.assumeTrue(
                programs.isPresent(),
                what + " are tested on H2 alone: this machine has no PostgreSQL server (Debian: apt-get install"
                        + " postgresql)");
        server = PostgresServer.start(programs.orElseThrow());
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Objects.requireNonNull(server).empty();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (server != null) {
            server.stop();
        }
    }
}
