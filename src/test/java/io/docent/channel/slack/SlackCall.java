package io.docent.channel.slack;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A call that came. */
record SlackCall(
        String method, Map<String, String> form, @Nullable JsonObject json, long nanos) {

    String field(String name) {
        return form.getOrDefault(name, "");
    }

    /** What was sent to a response_url. */
    SlackMessage message() {
        return new SlackMessage(Objects.requireNonNull(json));
    }
}
