package io.docent.history;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In PostgreSQL, by its URL; skipped where this machine has no PostgreSQL server. */
class PostgresOlderDatabaseTest extends OlderDatabaseContract {

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase("Migrations");

    @Override
    String url() {
        return String.valueOf(POSTGRES.settings().get("datasources.default.url"));
    }

    @Override
    Map<String, Object> settings() {
        return POSTGRES.settings();
    }
}
