package io.docent.channel.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The arguments of a call; what is wrong with one is told by its name. */
final class Arguments {

    private final Map<String, Object> values;

    /**
     * Reads arguments.
     *
     * @param allowed names; any other is refused, since it is most likely a misspelt one of these
     */
    Arguments(@Nullable Map<String, Object> values, Set<String> allowed) {
        this.values = values == null ? Map.of() : values;
        for (String name : this.values.keySet()) {
            if (!allowed.contains(name)) {
                throw new ToolException("there is no argument '" + shortened(name) + "'; allowed are "
                        + String.join(", ", new TreeSet<>(allowed)));
            }
        }
    }

    private static String shortened(String name) {
        return name.length() > 50 ? name.substring(0, 50) + "…" : name;
    }

    String text(String name, int most) {
        String text = optionalText(name, most);
        if (text.isEmpty()) {
            throw new ToolException("%s is missing or empty; it has 1 to %,d characters".formatted(name, most));
        }
        return text;
    }

    /** Empty where there is none. */
    String optionalText(String name, int most) {
        Object value = values.get(name);
        if (value == null) {
            return "";
        }
        if (!(value instanceof String text)) {
            throw new ToolException(name + " has the wrong type; it is a text");
        }
        String stripped = cleaned(text).strip();
        if (stripped.length() > most) {
            throw new ToolException(
                    "%s has %,d characters; at most %,d are allowed".formatted(name, stripped.length(), most));
        }
        return stripped;
    }

    /** Without what is no character: no model and no page can hold it. */
    private static String cleaned(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean surrogate = Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE;
            cleaned.appendCodePoint(c == 0 ? ' ' : surrogate ? 0xFFFD : c);
        });
        return cleaned.toString();
    }

    int number(String name, int otherwise, int least, int most) {
        Object value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Number number) || number.doubleValue() != Math.rint(number.doubleValue())) {
            throw new ToolException(name + " has the wrong type; it is a whole number");
        }
        if (number.doubleValue() < least || number.doubleValue() > most) {
            throw new ToolException(
                    most == Integer.MAX_VALUE
                            ? "%s is %s; it is %,d or more".formatted(name, number, least)
                            : "%s is %s; it is %,d to %,d".formatted(name, number, least, most));
        }
        return number.intValue();
    }

    List<String> texts(String name, int most) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new ToolException(name + " has the wrong type; it is a list of texts");
        }
        if (list.size() > most) {
            throw new ToolException("%s has %,d items; at most %,d are allowed".formatted(name, list.size(), most));
        }
        List<String> texts = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof String text)) {
                throw new ToolException(name + " has the wrong type; it is a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }
}
