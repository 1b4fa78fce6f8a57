package io.docent.ingest;

import java.util.Map;

/** In H2. */
class EmbeddedUploadsTest extends DatabaseUploadsContract {

    @Override
    Map<String, Object> database() {
        return Map.of();
    }
}
