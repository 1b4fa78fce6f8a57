package io.docent.channel.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** An OpenAPI document, to check against. */
record Described(JsonNode document) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** By method and path. */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    JsonNode operation(String route) {
        JsonNode operation = operations().get(route);
        if (operation == null) {
            throw new AssertionError("the document has no " + route);
        }
        return operation;
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** What does not fit; a field that no schema has does not. */
    List<Error> problems(JsonNode schema, JsonNode value) {
        ObjectNode whole = document.deepCopy();
        for (JsonNode component : whole.at("/components/schemas")) {
            if (component instanceof ObjectNode object
                    && object.has("properties")
                    && !object.has("additionalProperties")) {
                object.put("additionalProperties", isOpen(object));
            }
        }
        whole.setAll((ObjectNode) schema.deepCopy());
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(value);
    }

    /** What says of itself that there is more. */
    private static boolean isOpen(JsonNode schema) {
        String description = schema.path("description").asText();
        return description.contains("are ignored") || description.contains("not read");
    }

    /** Each content of a body or response. */
    void contents(BiConsumer<String, JsonNode> reader) {
        operations().forEach((route, operation) -> {
            contents(route + " body", operation.path("requestBody"), reader);
            operation
                    .path("responses")
                    .properties()
                    .forEach(response ->
                            contents(route + " " + response.getKey(), resolved(response.getValue()), reader));
        });
    }

    private static void contents(String where, JsonNode holder, BiConsumer<String, JsonNode> reader) {
        holder.path("content")
                .properties()
                .forEach(content -> reader.accept(where + " " + content.getKey(), content.getValue()));
    }

    /** Each field of a schema. */
    void fields(BiConsumer<String, JsonNode> reader) {
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(field -> reader.accept(schema.getKey() + "." + field.getKey(), field.getValue())));
    }

    /** Whether something says what it is, or what it refers to does. */
    boolean isDescribed(JsonNode schema) {
        return schema.has("description")
                || (schema.has("$ref") && isDescribed(resolved(schema)))
                || (schema.has("items") && isDescribed(schema.get("items")))
                || (schema.has("anyOf") && isDescribed(schema.get("anyOf").get(0)));
    }
}
