package io.docent.access;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The address under which people reach the service, where that is not the machine's own ({@code docent.public-url}). */
@Singleton
public final class PublicUrl {

    private final @Nullable URI uri;

    PublicUrl(@Value("${docent.public-url:}") String setting) {
        uri = setting.isBlank() ? null : parse(setting.strip());
    }

    private static URI parse(String setting) {
        try {
            URI uri = new URI(setting);
            String scheme = uri.getScheme();
            if (uri.getHost() != null && ("http".equals(scheme) || "https".equals(scheme))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw refused(setting, e);
        }
        throw refused(setting, null);
    }

    private static ConfigurationException refused(String setting, @Nullable Throwable cause) {
        return new ConfigurationException(
                "docent.public-url is '" + setting + "'; allowed is an address such as https://docent.example.org",
                cause);
    }

    public boolean isSet() {
        return uri != null;
    }

    /** Its host name, in lower case. */
    Optional<String> host() {
        return uri == null ? Optional.empty() : Optional.of(uri.getHost().toLowerCase(Locale.ROOT));
    }

    /** Its host name with its port, where that is not the scheme's own. */
    Optional<String> authority() {
        return uri == null ? Optional.empty() : Optional.ofNullable(uri.getRawAuthority());
    }

    Optional<String> scheme() {
        return uri == null ? Optional.empty() : Optional.of(uri.getScheme());
    }

    /** An absolute address of a path of this server; empty where no public address is set. */
    public Optional<String> resolve(String path) {
        if (uri == null) {
            return Optional.empty();
        }
        String base = uri.toString();
        return Optional.of((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
