package io.docent.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CANARD (Elgohary et al. 2019): follow-up questions and what a person made of them so that they stand alone. A
 * title and a section are the first two lines of what was said before; the rewrite is the text to be expected.
 */
final class Canard implements DataSetFormat {

    @Override
    public boolean reads(JsonNode json) {
        return json.path(0).path("History").isArray();
    }

    @Override
    public DataSet read(Path file, JsonNode json, String name) {
        List<GoldQuestion> questions = new ArrayList<>();
        for (JsonNode node : json) {
            List<String> before = new ArrayList<>();
            node.get("History").forEach(line -> before.add(line.asText()));
            String dialogue = node.path("QuAC_dialog_id").asText();
            Gold gold = Gold.of(List.of(), List.of(), List.of(JsonFile.text(node, "Rewrite", file)));
            questions.add(new GoldQuestion(
                    dialogue + "-" + node.path("Question_no").asText(),
                    dialogue,
                    JsonFile.text(node, "Question", file),
                    before,
                    gold));
        }
        return new DataSet(name, List.of(), questions, DataSet.Kind.REWRITES);
    }
}
