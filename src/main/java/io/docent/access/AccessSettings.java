package io.docent.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who may ask.
 *
 * @param tokens accepted tokens, each plain (16 characters or more) or as {@code sha256:} and 64 hexadecimal digits;
 *     where there is one, every request needs one
 */
@ConfigurationProperties("docent.access")
public record AccessSettings(@Bindable(defaultValue = "") List<String> tokens) {

    private static final Pattern HASHED = Pattern.compile("sha256:[0-9a-f]{64}");

    private static final int SHORTEST = 16;

    public AccessSettings {
        tokens = tokens.stream()
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .toList();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            // Its value is a secret: the place in the list has to do.
            if (token.startsWith("sha256:") ? !HASHED.matcher(token).matches() : token.length() < SHORTEST) {
                throw new ConfigurationException("docent.access.tokens: token " + (i + 1) + " is "
                        + (token.startsWith("sha256:") ? "no SHA-256" : token.length() + " characters long")
                        + "; allowed are tokens of " + SHORTEST
                        + " characters or more, or sha256: and 64 lower-case hexadecimal digits");
            }
        }
    }
}
