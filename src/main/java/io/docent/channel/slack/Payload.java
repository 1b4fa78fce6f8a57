package io.docent.channel.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The few fields that are read of an event (https://docs.slack.dev/apis/events-api). A field that is missing or of
 * another kind than Slack says is as if it were not there.
 */
final class Payload {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern TIME = Pattern.compile("[0-9]{1,15}\\.[0-9]{1,10}");

    private final JsonObject root;

    /**
     * Reads a part of a payload.
     *
     * @param element an object; what is none has no fields
     */
    Payload(@Nullable JsonElement element) {
        root = element != null && element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
    }

    Payload part(String name) {
        return new Payload(root.get(name));
    }

    boolean has(String name) {
        return root.has(name) && !root.get(name).isJsonNull();
    }

    boolean flag(String name) {
        JsonElement value = root.get(name);
        return value != null
                && value.isJsonPrimitive()
                && value.getAsJsonPrimitive().isBoolean()
                && value.getAsBoolean();
    }

    String text(String name) {
        JsonElement value = root.get(name);
        return value != null
                        && value.isJsonPrimitive()
                        && value.getAsJsonPrimitive().isString()
                ? value.getAsString()
                : "";
    }

    /** An id of Slack's. */
    Optional<String> id(String name) {
        return Optional.of(text(name)).filter(isOf(ID));
    }

    /** A time stamp of Slack's, which names a message within its channel. */
    Optional<String> time(String name) {
        return Optional.of(text(name)).filter(isOf(TIME));
    }

    private static Predicate<String> isOf(Pattern pattern) {
        return text -> pattern.matcher(text).matches();
    }

    /** The values of a field in all objects of an array. */
    Set<String> all(String array, String name) {
        return each(array, part -> part.id(name));
    }

    /** Docent's own user id, by which it is mentioned. */
    @Nullable
    String bot() {
        return each("authorizations", part -> part.flag("is_bot") ? part.id("user_id") : Optional.empty()).stream()
                .findFirst()
                .orElse(null);
    }

    private Set<String> each(String array, Function<Payload, Optional<String>> read) {
        Set<String> values = new TreeSet<>();
        JsonElement elements = root.get(array);
        if (elements != null && elements.isJsonArray()) {
            elements.getAsJsonArray()
                    .forEach(element -> read.apply(new Payload(element)).ifPresent(values::add));
        }
        return values;
    }
}
