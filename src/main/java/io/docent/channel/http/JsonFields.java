package io.docent.channel.http;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields of a request's JSON object; what is wrong with one is told by its name. */
final class JsonFields {

    private final JsonNode object;

    private JsonFields(JsonNode object) {
        this.object = object;
    }

    /**
     * Reads an object.
     *
     * @param allowed names; any other is refused, since it is most likely a misspelt one of these
     */
    static JsonFields of(@Nullable JsonNode body, Set<String> allowed) {
        if (body == null || !body.isObject()) {
            throw ProblemException.badRequest(
                    "the body has to be a JSON object with " + String.join(", ", new TreeSet<>(allowed)));
        }
        for (Map.Entry<String, JsonNode> field : body.entries()) {
            if (!allowed.contains(field.getKey())) {
                throw ProblemException.badRequest("there is no field '" + shortened(field.getKey()) + "'; allowed are "
                        + String.join(", ", new TreeSet<>(allowed)));
            }
        }
        return new JsonFields(body);
    }

    private static String shortened(String name) {
        return name.length() > 50 ? name.substring(0, 50) + "…" : name;
    }

    String text(String name, int longest) {
        String text = optionalText(name, longest);
        if (text == null || text.isBlank()) {
            throw ProblemException.badRequest(
                    "%s is missing or empty; it has 1 to %,d characters".formatted(name, longest));
        }
        return text.strip();
    }

    @Nullable
    String optionalText(String name, int longest) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw wrongType(name, "a text");
        }
        String text = cleaned(value.getStringValue());
        int length = text.strip().length();
        if (length > longest) {
            throw ProblemException.badRequest(
                    "%s has %,d characters; at most %,d are allowed".formatted(name, length, longest));
        }
        return text;
    }

    /** Without what is no character: no database and no page can hold it. */
    private static String cleaned(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean surrogate = Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE;
            cleaned.appendCodePoint(c == 0 ? ' ' : surrogate ? 0xFFFD : c);
        });
        return cleaned.toString();
    }

    List<String> texts(String name, int most) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrongType(name, "a list of texts");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value.values()) {
            if (!item.isString()) {
                throw wrongType(name, "a list of texts");
            }
            texts.add(item.getStringValue());
        }
        if (texts.size() > most) {
            throw ProblemException.badRequest(
                    "%s has %,d items; at most %,d are allowed".formatted(name, texts.size(), most));
        }
        return texts;
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw wrongType(name, "true or false");
        }
        return value.getBooleanValue();
    }

    boolean requiredFlag(String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw ProblemException.badRequest(name + " is missing; it is true or false");
        }
        return flag(name, false);
    }

    private static ProblemException wrongType(String name, String expected) {
        return ProblemException.badRequest(name + " has the wrong type; it is " + expected);
    }
}
