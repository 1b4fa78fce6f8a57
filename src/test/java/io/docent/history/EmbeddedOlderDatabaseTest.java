package io.docent.history;

import java.util.Map;

/** In H2, as it is without any setting. */
class EmbeddedOlderDatabaseTest extends OlderDatabaseContract {

    @Override
    String url() {
        return "jdbc:h2:file:" + data.resolve("history");
    }

    @Override
    Map<String, Object> settings() {
        return Map.of();
    }
}
