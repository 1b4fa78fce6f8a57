package io.docent.channel.slack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What Slack is answered at once.
 *
 * @param challenge that proves whose address it is
 * @param responseType {@code ephemeral}: only who sent the command sees it
 * @param text to show
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record Acknowledgement(
        @Nullable String challenge,
        @JsonProperty("response_type") @Nullable String responseType,
        @Nullable String text) {

    /** Received; nothing is shown. */
    static final Acknowledgement EMPTY = new Acknowledgement(null, null, null);

    static Acknowledgement challenge(String challenge) {
        return new Acknowledgement(challenge, null, null);
    }

    static Acknowledgement ephemeral(String text) {
        return new Acknowledgement(null, "ephemeral", text);
    }
}
