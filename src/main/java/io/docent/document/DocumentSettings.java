package io.docent.document;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How much one document may take.
 *
 * @param timeout a document that takes longer to read is unreadable
 * @param maxCharacters a document whose stored text is longer is unreadable
 */
@ConfigurationProperties("docent.documents")
public record DocumentSettings(
        @Bindable(defaultValue = "60s") Duration timeout,
        @Bindable(defaultValue = "5000000") int maxCharacters) {

    public DocumentSettings {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("docent.documents.timeout is longer than 0s, not " + timeout);
        }
        if (maxCharacters < 1) {
            throw new IllegalArgumentException("docent.documents.max-characters is 1 or more, not " + maxCharacters);
        }
    }
}
