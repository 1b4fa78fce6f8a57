package io.docent.history;

import java.util.Map;

/** In H2, as it is without any setting. */
class EmbeddedGapsTest extends GapsContract {

    @Override
    Map<String, Object> database() {
        return Map.of();
    }
}
