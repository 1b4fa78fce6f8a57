package io.docent.measure;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;

/**
 * Traces by OpenTelemetry. Off, it costs nothing and nothing is sent; {@code application.yml} hands these on.
 *
 * @param enabled whether there are traces
 * @param endpoint of the collector, which takes OTLP over HTTP
 * @param share of the requests that are traced, above 0 and up to 1; those that a caller traces are too
 */
@ConfigurationProperties("docent.tracing")
public record TracingSettings(
        @Bindable(defaultValue = "false") boolean enabled,
        @Bindable(defaultValue = "http://localhost:4318") String endpoint,
        @Bindable(defaultValue = "1") double share) {

    public TracingSettings {
        if (!endpoint.matches("https?://[^/\\s]+.*") || URI.create(endpoint).getHost() == null) {
            throw new ConfigurationException("docent.tracing.endpoint is '" + endpoint
                    + "'; allowed is an address of a collector, such as http://localhost:4318");
        }
        if (!(share > 0 && share <= 1)) {
            throw new ConfigurationException(
                    "docent.tracing.share is '" + share + "'; allowed is more than 0 and up to 1, as in 0.1");
        }
    }
}
