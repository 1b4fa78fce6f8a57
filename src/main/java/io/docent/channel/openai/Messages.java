package io.docent.channel.openai;

import io.docent.channel.Footnotes;
import io.docent.chat.Said;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a request, as turns. Whoever runs Docent says what it does, and no message does: what systems and
 * developers say is read over, and so is what tools say.
 */
final class Messages {

    private static final String NAME = "messages";

    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool", "function");

    private final List<Said> before = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable String open;

    private Messages() {}

    static Messages of(@Nullable JsonNode list) {
        if (list == null || list.isNull()) {
            throw RefusedException.missing(NAME, "a list of messages, the last one the question");
        }
        if (!list.isArray()) {
            throw RefusedException.wrongType(NAME, "a list of messages");
        }
        Messages messages = new Messages();
        int at = 0;
        String last = "";
        for (JsonNode message : list.values()) {
            last = messages.add(message, NAME + "[" + at++ + "]");
        }
        if (!last.equals("user")) {
            throw RefusedException.wrongValue(
                    NAME,
                    last.isEmpty()
                            ? "messages is empty; the last message is the question"
                            : "the last message has the role " + last + "; it is the question and has the role user");
        }
        return messages;
    }

    private String add(JsonNode message, String name) {
        if (!message.isObject()) {
            throw RefusedException.wrongType(name, "an object with role and content");
        }
        String role = text(message.get("role"), name + ".role");
        if (!ROLES.contains(role)) {
            throw RefusedException.wrongValue(
                    name + ".role", name + ".role is none of system, developer, user, assistant and tool");
        }
        String content = content(message.get("content"), name + ".content", role);
        text.append(content).append('\n');
        if (role.equals("user")) {
            close("");
            open = content;
        } else if (role.equals("assistant")) {
            close(Footnotes.without(content));
        }
        return role;
    }

    private void close(String answer) {
        String question = open;
        if (question != null && !question.isBlank()) {
            before.add(new Said(question, answer));
        }
        open = null;
    }

    private static String text(@Nullable JsonNode value, String name) {
        if (value == null || value.isNull()) {
            throw RefusedException.missing(name, "a text");
        }
        if (!value.isString()) {
            throw RefusedException.wrongType(name, "a text");
        }
        return value.getStringValue();
    }

    private static String content(@Nullable JsonNode value, String name, String role) {
        boolean mayLack = role.equals("assistant") || role.equals("function");
        if (mayLack && (value == null || value.isNull())) {
            return "";
        }
        if (value == null || !value.isArray()) {
            return cleaned(text(value, name));
        }
        List<String> parts = new ArrayList<>();
        int at = 0;
        for (JsonNode part : value.values()) {
            parts.add(part(part, name + "[" + at++ + "]"));
        }
        return String.join("\n", parts);
    }

    private static String part(JsonNode part, String name) {
        if (!part.isObject()) {
            throw RefusedException.wrongType(name, "an object with type and text");
        }
        String type = text(part.get("type"), name + ".type");
        return switch (type) {
            case "text" -> cleaned(text(part.get("text"), name + ".text"));
            case "refusal" -> cleaned(text(part.get("refusal"), name + ".refusal"));
            default ->
                throw RefusedException.wrongValue(
                        name + ".type", name + " is no text, and Docent reads text alone; send parts of type text");
        };
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

    /** The last message, which is the question. */
    String prompt() {
        return open == null ? "" : open;
    }

    /** The turns before it. */
    List<Said> before() {
        return before;
    }

    /** All that was sent. */
    String text() {
        return text.toString();
    }
}
