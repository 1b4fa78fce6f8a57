package io.docent.index.opensearch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the cluster is reached that keeps the index where {@code docent.index.store} is {@code opensearch}.
 *
 * @param hosts addresses of its nodes
 * @param username sent with every request; null where the cluster asks for none
 * @param password with {@code username}, and never shown
 * @param certificates a PEM file of the authorities that sign the nodes' certificates; null for those that Java knows
 * @param index the name that the index goes by in the cluster
 * @param shards parts that a new index is split into, 1 to 64
 * @param timeout the longest wait for the answer to one request
 */
@ConfigurationProperties("docent.opensearch")
public record OpenSearchSettings(
        @Bindable(defaultValue = "") List<String> hosts,
        @Nullable String username,
        @Nullable String password,
        @Nullable String certificates,
        @Bindable(defaultValue = "docent") String index,
        @Bindable(defaultValue = "1") int shards,
        @Bindable(defaultValue = "10s") Duration timeout) {

    private static final int MOST_SHARDS = 64;

    public OpenSearchSettings {
        hosts = hosts.stream()
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
        username = username == null || username.isBlank() ? null : username.strip();
        password = password == null || password.isEmpty() ? null : password;
        certificates = certificates == null || certificates.isBlank() ? null : certificates.strip();
        for (String host : hosts) {
            if (!isAddress(host)) {
                throw new ConfigurationException("docent.opensearch.hosts has '" + host
                        + "'; allowed are http or https addresses without a name or password in them, as in"
                        + " https://search-1.example.org:9200");
            }
        }
        if ((username == null) != (password == null)) {
            throw new ConfigurationException("docent.opensearch." + (username == null ? "username" : "password")
                    + " is not set; name and password go together");
        }
        if (certificates != null && !Files.isReadable(Path.of(certificates))) {
            throw new ConfigurationException("docent.opensearch.certificates is '" + certificates
                    + "'; allowed is a file in PEM format that can be read");
        }
        if (!index.matches("[a-z][a-z0-9_-]{0,99}")) {
            throw new ConfigurationException("docent.opensearch.index is '" + index
                    + "'; allowed are up to 100 lower-case letters, digits, - and _, with a letter first");
        }
        if (shards < 1 || shards > MOST_SHARDS) {
            throw new ConfigurationException(
                    "docent.opensearch.shards is '" + shards + "'; allowed is 1 to " + MOST_SHARDS);
        }
        if (!timeout.isPositive()) {
            throw new ConfigurationException("docent.opensearch.timeout is '" + timeout + "'; allowed is more than 0s");
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getPath().replace("/", "").isEmpty()
                    && address.getQuery() == null
                    && address.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "OpenSearchSettings[hosts=" + hosts + ", username=" + username + ", password="
                + (password == null ? "none" : "set") + ", index=" + index + "]";
    }
}
