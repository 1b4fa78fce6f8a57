package io.docent.channel.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What the chat server posts.
 *
 * @param text Markdown; absent where there is nothing to say
 * @param response_type {@code comment}, with which Mattermost answers in the message's thread; Rocket.Chat does not read it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplyJson(@Nullable String text, @Nullable String response_type) {

    static final ReplyJson NOTHING = new ReplyJson(null, null);

    static ReplyJson of(String text) {
        return new ReplyJson(text, "comment");
    }
}
