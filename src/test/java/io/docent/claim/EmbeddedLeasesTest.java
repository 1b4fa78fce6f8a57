package io.docent.claim;

import java.util.Map;

/** In H2; shared by two processes, which the one of the data folder cannot be. */
class EmbeddedLeasesTest extends LeasesContract {

    @Override
    Map<String, Object> database() {
        return Map.of("datasources.default.url", "jdbc:h2:file:" + place.resolve("leases") + ";WRITE_DELAY=0");
    }
}
