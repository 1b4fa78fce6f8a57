package io.docent.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** JSON in which one value is of another kind than it should be, or not there. */
final class OtherKinds {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> KINDS = List.of(
            "null",
            "true",
            "3",
            "-1.5",
            "1e400",
            "\"\"",
            "\"x\"",
            "[]",
            "[null]",
            "[[3]]",
            "{}",
            "{\"x\":{\"y\":null}}");

    private OtherKinds() {}

    /** For each value of a body all the other kinds in its place; nothing for what is no JSON. */
    static List<String> of(String body) {
        JsonNode good;
        try {
            good = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return List.of();
        }
        List<String> bodies = new ArrayList<>(KINDS);
        replaceWithin(good, good, bodies);
        return bodies;
    }

    private static void replaceWithin(JsonNode part, JsonNode whole, List<String> bodies) {
        if (part instanceof ObjectNode object) {
            for (String name : names(object)) {
                JsonNode value = object.get(name);
                replace(value, other -> object.set(name, other), whole, bodies);
                object.remove(name);
                bodies.add(whole.toString());
                object.set(name, value);
                replaceWithin(value, whole, bodies);
            }
        } else if (part instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int position = i;
                JsonNode element = array.get(i);
                replace(element, value -> array.set(position, value), whole, bodies);
                replaceWithin(element, whole, bodies);
            }
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void replace(JsonNode good, Consumer<JsonNode> put, JsonNode whole, List<String> bodies) {
        for (String kind : KINDS) {
            put.accept(read(kind));
            bodies.add(whole.toString());
        }
        put.accept(good);
    }

    /** As it stands: what it reads a number as could not be written again. */
    private static JsonNode read(String kind) {
        return JSON.getNodeFactory().rawValueNode(new RawValue(kind));
    }
}
