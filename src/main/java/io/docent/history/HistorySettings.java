package io.docent.history;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long is remembered what was asked.
 *
 * @param keep conversations that nobody continued for longer are erased
 */
@ConfigurationProperties("docent.history")
public record HistorySettings(
        @Bindable(defaultValue = "365d") Duration keep) {

    public HistorySettings {
        if (keep.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new ConfigurationException(
                    "docent.history.keep is " + keep.toSeconds() + " s; allowed is 1m or more, as in 365d");
        }
    }
}
