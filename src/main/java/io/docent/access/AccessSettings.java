package io.docent.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Who may ask, and from where.
 *
 * @param tokens accepted tokens, each plain (16 characters or more) or as {@code sha256:} and 64 hexadecimal digits,
 *     with {@code reader:} before it where its holder may only ask and read; where there is one, every request needs one
 * @param origins of pages of other sites that may call the API, each exactly as a browser sends it
 * @param frameAncestors origins of pages that may show this one in a frame
 */
@ConfigurationProperties("docent.access")
public record AccessSettings(
        @Bindable(defaultValue = "") List<String> tokens,
        @Bindable(defaultValue = "") List<String> origins,
        @Bindable(defaultValue = "") List<String> frameAncestors) {

    public AccessSettings {
        tokens = given(tokens);
        origins = given(origins);
        frameAncestors = given(frameAncestors);
        for (int i = 0; i < tokens.size(); i++) {
            check(tokens.get(i), i + 1);
        }
        origins.forEach(origin -> checkOrigin("docent.access.origins", origin));
        frameAncestors.forEach(origin -> checkOrigin("docent.access.frame-ancestors", origin));
    }

    private static List<String> given(List<String> list) {
        return list.stream().map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    private static void check(String token, int place) {
        try {
            AcceptedToken.of(token);
        } catch (IllegalArgumentException e) {
            // Its value is a secret: the place in the list has to do.
            throw new ConfigurationException(
                    "docent.access.tokens: token " + place + " is " + e.getMessage()
                            + "; allowed are tokens of 16 characters or more, or sha256: and 64 lower-case hexadecimal"
                            + " digits, each with reader: before it or without",
                    e);
        }
    }

    private static void checkOrigin(String setting, String origin) {
        if (!isOrigin(origin)) {
            throw new ConfigurationException(setting + " has '" + origin
                    + "'; allowed are origins, each a scheme, a name in lower case and a port where it is not the scheme's"
                    + " own, such as https://intranet.example.org");
        }
    }

    private static boolean isOrigin(String origin) {
        try {
            URI uri = URI.create(origin);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && origin.equals(uri.getScheme() + "://" + uri.getRawAuthority())
                    && uri.getRawUserInfo() == null
                    && origin.equals(origin.toLowerCase(Locale.ROOT))
                    && origin.chars().noneMatch(c -> c == ';' || c == '*' || c == '\'' || c == '"');
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
