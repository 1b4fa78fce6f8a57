package io.docent.history;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In H2, as it is without any setting. */
class EmbeddedHistoryTest extends HistoryContract {

    @Override
    Map<String, Object> database() {
        return Map.of();
    }

    @Test
    void refusesToEraseNearlyEverything() {
        assertThatThrownBy(() -> new HistorySettings(Duration.ofSeconds(59)))
                .hasMessage("docent.history.keep is 59 s; allowed is 1m or more, as in 365d");
    }
}
