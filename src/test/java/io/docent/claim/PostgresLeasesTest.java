package io.docent.claim;

import io.docent.history.PostgresDatabase;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In PostgreSQL, by its URL; skipped where this machine has no PostgreSQL server. */
class PostgresLeasesTest extends LeasesContract {

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase("Leases");

    @Override
    Map<String, Object> database() {
        return POSTGRES.settings();
    }
}
