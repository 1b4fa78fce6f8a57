package io.docent.channel.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** A message. */
record SlackMessage(JsonObject json) {

    String text() {
        return json.get("text").getAsString();
    }

    List<JsonObject> blocks() {
        List<JsonObject> blocks = new ArrayList<>();
        if (json.has("blocks")) {
            json.getAsJsonArray("blocks").forEach(block -> blocks.add(block.getAsJsonObject()));
        }
        return blocks;
    }

    /** The texts of its sections and contexts, line by line. */
    String shown() {
        StringBuilder shown = new StringBuilder();
        for (JsonObject block : blocks()) {
            if (block.has("text")) {
                shown.append(block.getAsJsonObject("text").get("text").getAsString())
                        .append('\n');
            }
            if (block.get("type").getAsString().equals("context")) {
                block.getAsJsonArray("elements")
                        .forEach(element -> shown.append(
                                        element.getAsJsonObject().get("text").getAsString())
                                .append('\n'));
            }
        }
        return shown.toString();
    }

    /** The value behind a button. */
    String value(String action) {
        for (JsonObject block : blocks()) {
            if (block.has("elements") && !block.get("type").getAsString().equals("context")) {
                for (JsonElement element : block.getAsJsonArray("elements")) {
                    JsonObject button = element.getAsJsonObject();
                    if (button.get("action_id").getAsString().equals(action)) {
                        return (button.has("value") ? button : button.getAsJsonObject("positive_button"))
                                .get("value")
                                .getAsString();
                    }
                }
            }
        }
        throw new AssertionError("there is no button " + action + " in " + json);
    }
}
