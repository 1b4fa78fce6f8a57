package io.docent.channel.webhook;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * Who may ask by webhook.
 *
 * @param tokens of the webhooks, as the chat server makes them, each of 16 characters or more; there are no webhooks
 *     where there is none
 */
@ConfigurationProperties("docent.webhook")
record WebhookSettings(@Bindable(defaultValue = "") List<String> tokens) {

    private static final int SHORTEST = 16;

    WebhookSettings {
        tokens = tokens.stream()
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .toList();
        for (int i = 0; i < tokens.size(); i++) {
            int length = tokens.get(i).length();
            // Its value is a secret: the place in the list has to do.
            if (length < SHORTEST) {
                throw new ConfigurationException("docent.webhook.tokens: token " + (i + 1) + " is " + length
                        + " characters long; allowed are tokens of " + SHORTEST + " characters or more");
            }
        }
    }

    boolean isOn() {
        return !tokens.isEmpty();
    }
}
