package io.docent.ingest;

import io.docent.history.PostgresDatabase;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In PostgreSQL, by its URL; skipped where this machine has no PostgreSQL server. */
class PostgresUploadsTest extends DatabaseUploadsContract {

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase("Originals of uploads");

    @Override
    Map<String, Object> database() {
        return POSTGRES.settings();
    }
}
