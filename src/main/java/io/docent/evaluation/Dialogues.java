package io.docent.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads dialogues whose last turn is a question: {@code [{"id", "turns": [{"speaker", "text"}], "gold": [passage id],
 * "answerability"}]}, and the passages from the file beside it, {@code x.passages.json} for {@code x.dialogues.json}.
 * Every passage is a document.
 */
final class Dialogues implements DataSetFormat {

    @Override
    public boolean reads(JsonNode json) {
        return json.path(0).path("turns").isArray();
    }

    @Override
    public DataSet read(Path file, JsonNode json, String name) {
        List<GoldQuestion> questions = new ArrayList<>();
        for (JsonNode node : json) {
            List<String> turns = new ArrayList<>();
            node.get("turns").forEach(turn -> turns.add(JsonFile.text(turn, "text", file)));
            if (turns.size() % 2 == 0) {
                throw new BadInputException(file + " has a dialogue that does not end with the user: "
                        + node.path("id").asText());
            }
            String id = JsonFile.text(node, "id", file);
            questions.add(new GoldQuestion(
                    id, id.split("<", 2)[0], turns.getLast(), turns.subList(0, turns.size() - 1), gold(node)));
        }
        return new DataSet(name, passages(file), questions, DataSet.Kind.QUESTIONS);
    }

    private static Gold gold(JsonNode node) {
        List<Place> places = new ArrayList<>();
        node.path("gold").forEach(id -> places.add(Place.document(source(id.asText()))));
        boolean answerable = !node.path("answerability").asText("ANSWERABLE").equals("UNANSWERABLE");
        return answerable ? Gold.of(places, List.of(), List.of()) : Gold.NOT_IN_THE_DOCUMENTS;
    }

    private static List<Original> passages(Path file) {
        String own = String.valueOf(file.getFileName());
        Path beside = file.resolveSibling(own.replaceFirst("dialogues(?=[^.]*\\.json$|\\.)", "passages"));
        if (beside.equals(file) || !Files.exists(beside)) {
            throw new BadInputException(file + " has no passages beside it; they belong into " + beside);
        }
        List<Original> passages = new ArrayList<>();
        JsonFile.read(beside)
                .properties()
                .forEach(passage -> passages.add(Original.of(
                        source(passage.getKey()), "", passage.getValue().asText())));
        return passages;
    }

    private static String source(String passage) {
        return passage + ".txt";
    }
}
