package io.docent.channel.slack;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which addresses of a payload are answered at: Slack's own and, for tests and proxies, that of the API. */
@Singleton
final class ResponseUrl {

    private static final Set<String> SLACK = Set.of("hooks.slack.com", "hooks.slack-gov.com");

    private final URI api;

    ResponseUrl(SlackSettings settings) {
        api = URI.create(settings.apiUrl());
    }

    boolean isAllowed(@Nullable String url) {
        if (url == null) {
            return false;
        }
        try {
            URI uri = new URI(url);
            if (uri.getHost() == null || uri.getRawUserInfo() != null) {
                return false;
            }
            boolean ofSlack = "https".equals(uri.getScheme()) && SLACK.contains(uri.getHost()) && uri.getPort() == -1;
            boolean ofApi = uri.getScheme().equals(api.getScheme())
                    && uri.getHost().equalsIgnoreCase(api.getHost())
                    && uri.getPort() == api.getPort();
            return ofSlack || ofApi;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
