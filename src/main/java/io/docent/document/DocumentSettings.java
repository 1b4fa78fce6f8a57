package io.docent.document;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;
import java.time.Duration;

/**
 * How much one document may take.
 *
 * @param timeout a document that takes longer to read is unreadable
 * @param scanTimeout the same for a scan that Tesseract reads
 * @param maxCharacters a document whose stored text is longer is unreadable
 * @param memory bytes of heap of the process that reads a document; one that takes more is unreadable
 */
@ConfigurationProperties("docent.documents")
public record DocumentSettings(
        @Bindable(defaultValue = "60s") Duration timeout,
        @Bindable(defaultValue = "10m") Duration scanTimeout,
        @Bindable(defaultValue = "5000000") int maxCharacters,
        @ReadableBytes @Bindable(defaultValue = "512MB") long memory) {

    static final long LEAST_MEMORY = 64L << 20;

    public DocumentSettings {
        if (!timeout.isPositive()) {
            throw new ConfigurationException(
                    "docent.documents.timeout is " + timeout.toMillis() + " ms; allowed is more than 0s, as in 60s");
        }
        if (scanTimeout.compareTo(timeout) < 0) {
            throw new ConfigurationException("docent.documents.scan-timeout is " + scanTimeout.toMillis()
                    + " ms; allowed is docent.documents.timeout or more, as in 10m");
        }
        if (maxCharacters < 1) {
            throw new ConfigurationException(
                    "docent.documents.max-characters is " + maxCharacters + "; allowed is 1 or more, as in 5000000");
        }
        if (memory < LEAST_MEMORY) {
            throw new ConfigurationException(
                    "docent.documents.memory is " + memory + " bytes; allowed is 64MB or more, as in 512MB");
        }
    }
}
