package io.docent.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** When a server that is busy wants to be asked again (RFC 9110, section 10.2.3). */
final class RetryAfter {

    private RetryAfter() {}

    /**
     * How long to wait.
     *
     * @param header seconds or a date
     * @param now what the date is compared with; a date that has passed is no wait
     * @return null where the header says neither
     */
    static @Nullable Duration in(String header, Instant now) {
        String said = header.strip();
        if (said.matches("\\d{1,6}(\\.\\d+)?")) {
            return Duration.ofMillis((long) (Double.parseDouble(said) * 1000));
        }
        try {
            Instant then = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return then.isBefore(now) ? Duration.ZERO : Duration.between(now, then);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
