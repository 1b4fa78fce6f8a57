package io.docent.channel.webhook;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message that a webhook sends: Mattermost's (https://developers.mattermost.com/integrate/webhooks/outgoing/), as a form or
 * JSON, or Rocket.Chat's (https://docs.rocket.chat/docs/integrations), in JSON. Fields that are not needed are not read.
 *
 * @param token that the webhook has
 * @param text as it was typed, trigger word and all
 * @param trigger the word that set the webhook off; empty where it is set off by any message
 * @param channel where it was written
 * @param user who wrote it
 * @param id of the message, the same each time it is sent; empty where the sender tells none
 * @param bot whether a program wrote it
 */
record Message(String token, String text, String trigger, String channel, String user, String id, boolean bot) {

    private static final Pattern BEFORE_QUESTION = Pattern.compile("^[\\s:,;.!>-]+");

    /** More than any sender sends. */
    private static final int MOST_FIELDS = 100;

    private static final int LONGEST_ID = 100;

    /**
     * Reads a message.
     *
     * @throws IOException where it is none
     */
    static Message of(byte[] body, boolean isForm, JsonMapper json) throws IOException {
        Map<String, String> fields = isForm ? form(new String(body, StandardCharsets.UTF_8)) : object(body, json);
        String bot = fields.getOrDefault("bot", "false");
        return new Message(
                field(fields, "token"),
                field(fields, "text"),
                field(fields, "trigger_word"),
                id(fields, "channel_id"),
                id(fields, "user_id"),
                fields.containsKey("post_id") ? id(fields, "post_id") : id(fields, "message_id"),
                !bot.isEmpty() && !bot.equals("false"));
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private static String id(Map<String, String> fields, String name) {
        String id = field(fields, name);
        return id.substring(0, Math.min(id.length(), LONGEST_ID));
    }

    private static Map<String, String> form(String body) throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&", MOST_FIELDS)) {
            int equals = pair.indexOf('=');
            try {
                fields.put(
                        URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8),
                        equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new IOException("the form is not encoded as a form is", e);
            }
        }
        return fields;
    }

    private static Map<String, String> object(byte[] body, JsonMapper json) throws IOException {
        JsonNode node = json.readValue(body, JsonNode.class);
        if (node == null || !node.isObject()) {
            throw new IOException("the body is no JSON object");
        }
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : node.entries()) {
            String value = value(field.getValue());
            if (value != null) {
                fields.put(field.getKey(), value);
            }
        }
        return fields;
    }

    private static @Nullable String value(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        return node.isValueNode() ? node.coerceStringValue() : "{}";
    }

    /** What is asked: the text without the word that set the webhook off. */
    String question() {
        String typed = text.replace('\0', ' ').strip();
        String rest = !trigger.isEmpty() && typed.regionMatches(true, 0, trigger, 0, trigger.length())
                ? typed.substring(trigger.length())
                : typed;
        return BEFORE_QUESTION.matcher(rest).replaceFirst("").strip();
    }
}
