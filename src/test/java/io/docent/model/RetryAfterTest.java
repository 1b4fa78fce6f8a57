package io.docent.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2                             | PT2S
                    0                             | PT0S
                    ' 1.5 '                       | PT1.5S
                    Sun, 01 Mar 2026 10:00:07 GMT | PT7S
                    Sun, 01 Mar 2026 09:00:00 GMT | PT0S
                    """)
    void readsSecondsAndDates(String header, Duration wait) {
        assertThat(RetryAfter.in(header, NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-3", "99999999999", "2026-03-01T10:00:07Z"})
    void whatIsNeitherIsNothing(String header) {
        assertThat(RetryAfter.in(header, NOW)).isNull();
    }

    @Test
    void aDateFarAwayIsALongWait() {
        assertThat(RetryAfter.in("Mon, 02 Mar 2026 10:00:00 GMT", NOW)).isEqualTo(Duration.ofDays(1));
    }
}
