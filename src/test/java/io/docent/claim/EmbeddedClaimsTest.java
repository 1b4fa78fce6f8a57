package io.docent.claim;

import java.util.Map;

/** In H2; shared by two processes, which the one of the data folder cannot be. */
class EmbeddedClaimsTest extends ClaimsContract {

    @Override
    Map<String, Object> database() {
        return Map.of("datasources.default.url", "jdbc:h2:file:" + place.resolve("claims") + ";WRITE_DELAY=0");
    }
}
