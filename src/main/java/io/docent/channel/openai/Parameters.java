package io.docent.channel.openai;

import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request. What Docent has no use for is ignored, as a client sends it to any model; what is wrong in
 * itself is refused by its name.
 */
final class Parameters {

    private final JsonNode body;

    private Parameters(JsonNode body) {
        this.body = body;
    }

    static Asked read(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw RefusedException.missing("messages", "in a JSON object with model and messages");
        }
        return new Parameters(body).asked();
    }

    private Asked asked() {
        model();
        number("temperature", 0, 2);
        number("top_p", 0, 1);
        number("frequency_penalty", -2, 2);
        number("presence_penalty", -2, 2);
        wholeNumber("max_tokens");
        wholeNumber("max_completion_tokens");
        Integer n = wholeNumber("n");
        if (n != null && n != 1) {
            throw RefusedException.wrongValue("n", "n is " + n + "; Docent gives one answer, so it is 1");
        }
        boolean stream = flag(body.get("stream"), "stream");
        Messages messages = Messages.of(body.get("messages"));
        if (messages.prompt().isBlank()) {
            throw RefusedException.wrongValue("messages", "the last message is empty; it is the question");
        }
        return new Asked(messages.prompt().strip(), messages.before(), messages.text(), stream, usageWanted(stream));
    }

    private void model() {
        JsonNode model = body.get("model");
        if (model == null || model.isNull()) {
            throw RefusedException.missing("model", "'" + ModelController.ID + "'");
        }
        if (!model.isString()) {
            throw RefusedException.wrongType("model", "a text, '" + ModelController.ID + "'");
        }
        if (!model.getStringValue().equals(ModelController.ID)) {
            throw RefusedException.unknownModel(model.getStringValue());
        }
    }

    private boolean usageWanted(boolean stream) {
        JsonNode options = body.get("stream_options");
        if (options == null || options.isNull()) {
            return false;
        }
        if (!options.isObject()) {
            throw RefusedException.wrongType("stream_options", "an object with include_usage");
        }
        if (!stream) {
            throw RefusedException.wrongValue(
                    "stream_options", "stream_options goes with stream alone; leave it out or set stream to true");
        }
        return flag(options.get("include_usage"), "stream_options.include_usage");
    }

    private static boolean flag(@Nullable JsonNode value, String name) {
        if (value == null || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw RefusedException.wrongType(name, "true or false");
        }
        return value.getBooleanValue();
    }

    private void number(String name, double least, double most) {
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            return;
        }
        if (!value.isNumber()) {
            throw RefusedException.wrongType(name, "a number");
        }
        double number = value.getDoubleValue();
        if (!(least <= number && number <= most)) {
            throw RefusedException.wrongValue(
                    name, "%s is %s; it is %.0f to %.0f".formatted(name, number, least, most));
        }
    }

    private @Nullable Integer wholeNumber(String name) {
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isNumber() || value.getDoubleValue() != Math.rint(value.getDoubleValue())) {
            throw RefusedException.wrongType(name, "a whole number");
        }
        if (value.getDoubleValue() < 1 || value.getDoubleValue() > Integer.MAX_VALUE) {
            throw RefusedException.wrongValue(name, name + " is " + value.getNumberValue() + "; it is 1 or more");
        }
        return value.getIntValue();
    }
}
