package io.docent;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A piece of JSON that is expected to have what is asked of it: what is missing fails the test. */
public record Json(JsonNode node) {

    private static final JsonMapper MAPPER = JsonMapper.createDefault();

    public static Json parsed(String text) {
        try {
            return new Json(Objects.requireNonNull(MAPPER.readValue(text, JsonNode.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    public static String quoted(String text) {
        try {
            return MAPPER.writeValueAsString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Json get(String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw new AssertionError("there is no field " + field + " in " + node.getValue());
        }
        return new Json(value);
    }

    public Json get(int index) {
        return items().get(index);
    }

    /** The names of an object's fields, in order. */
    public List<String> names() {
        assertThat(node.isObject()).isTrue();
        List<String> names = new ArrayList<>();
        node.entries().forEach(entry -> names.add(entry.getKey()));
        return names;
    }

    public List<Json> items() {
        assertThat(node.isArray()).isTrue();
        List<Json> items = new ArrayList<>();
        node.values().forEach(item -> items.add(new Json(item)));
        return items;
    }

    public String text() {
        assertThat(node.isString()).isTrue();
        return node.getStringValue();
    }

    public int number() {
        assertThat(node.isNumber()).isTrue();
        return node.getIntValue();
    }

    public double decimal() {
        assertThat(node.isNumber()).isTrue();
        return node.getDoubleValue();
    }

    public boolean flag() {
        assertThat(node.isBoolean()).isTrue();
        return node.getBooleanValue();
    }

    public boolean isNull() {
        return node.isNull();
    }

    public boolean isNumber() {
        return node.isNumber();
    }
}
