package io.docent.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads statements of which a person said whether passages bear them out: {@code {"passages": [{"id", "title", "text"}],
 * "statements": [{"text", "passages": [id], "label": "supported" or "unsupported", "kind"}]}}. A passage is a document of
 * the set, its title its group; a statement is a question whose group is its kind.
 */
final class Statements implements DataSetFormat {

    @Override
    public boolean reads(JsonNode json) {
        return json.path("passages").isArray() && json.path("statements").isArray();
    }

    @Override
    public DataSet read(Path file, JsonNode json, String name) {
        Map<String, Original> passages = new LinkedHashMap<>();
        for (JsonNode node : json.get("passages")) {
            String id = JsonFile.text(node, "id", file);
            Original passage = Original.of(id, node.path("title").asText(), JsonFile.text(node, "text", file));
            if (passages.put(id, passage) != null) {
                throw new BadInputException(file + " has two passages with the id " + id);
            }
        }
        List<GoldQuestion> statements = new ArrayList<>();
        for (JsonNode node : json.get("statements")) {
            List<Place> shown = new ArrayList<>();
            for (JsonNode id : node.path("passages")) {
                if (!passages.containsKey(id.asText())) {
                    throw new BadInputException(file + " has no passage " + id + ", which is named in " + node);
                }
                shown.add(Place.document(id.asText()));
            }
            if (shown.isEmpty()) {
                throw new BadInputException(file + " names no passages in " + node);
            }
            Gold gold = new Gold(isSupported(node, file), shown, List.of(), List.of(), List.of());
            statements.add(new GoldQuestion(
                    name + "-" + statements.size(),
                    JsonFile.text(node, "kind", file),
                    JsonFile.text(node, "text", file),
                    List.of(),
                    gold));
        }
        return new DataSet(name, List.copyOf(passages.values()), statements, DataSet.Kind.STATEMENTS);
    }

    private static boolean isSupported(JsonNode node, Path file) {
        String label = JsonFile.text(node, "label", file);
        return switch (label) {
            case "supported" -> true;
            case "unsupported" -> false;
            default ->
                throw new BadInputException(
                        file + " has the label " + label + ", which is neither supported nor unsupported, in " + node);
        };
    }
}
