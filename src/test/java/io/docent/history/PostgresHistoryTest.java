package io.docent.history;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In PostgreSQL, by its URL; skipped where this machine has no PostgreSQL server. */
class PostgresHistoryTest extends HistoryContract {

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase("Conversations");

    @Override
    Map<String, Object> database() {
        return POSTGRES.settings();
    }
}
