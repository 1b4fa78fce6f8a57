package io.docent.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads CANARD (Elgohary et al. 2019): follow-up questions and what a person made of them so that they stand alone,
 * which is the text to be expected. A title and a section are the first two lines of what was said before. The answers of
 * a dialogue, which are parts of one section of an encyclopedia, are a document; a question should find its own answer.
 */
final class Canard implements DataSetFormat {

    /** What is said where the section does not answer. */
    private static final String NO_ANSWER = "I don't know.";

    @Override
    public boolean reads(JsonNode json) {
        return json.path(0).path("History").isArray();
    }

    @Override
    public DataSet read(Path file, JsonNode json, String name) {
        Map<String, List<String>> whole = new LinkedHashMap<>();
        for (JsonNode node : json) {
            List<String> before = before(node);
            whole.merge(dialogue(node), before, (a, b) -> a.size() > b.size() ? a : b);
        }
        List<Original> documents = new ArrayList<>();
        Map<String, Map<Integer, Place>> answers = new HashMap<>();
        whole.forEach((dialogue, lines) -> {
            Map<Integer, Place> places = new HashMap<>();
            documents.add(document(dialogue, lines, places));
            answers.put(dialogue, places);
        });
        List<GoldQuestion> questions = new ArrayList<>();
        for (JsonNode node : json) {
            List<String> before = before(node);
            Place answer = answers.getOrDefault(dialogue(node), Map.of()).get(before.size() + 1);
            Gold gold = Gold.of(
                    answer == null ? List.of() : List.of(answer),
                    List.of(),
                    List.of(JsonFile.text(node, "Rewrite", file)));
            questions.add(new GoldQuestion(
                    dialogue(node) + "-" + node.path("Question_no").asText(),
                    dialogue(node),
                    JsonFile.text(node, "Question", file),
                    before,
                    gold));
        }
        return new DataSet(name, documents, questions, DataSet.Kind.REWRITES);
    }

    private static String dialogue(JsonNode node) {
        return node.path("QuAC_dialog_id").asText();
    }

    private static List<String> before(JsonNode node) {
        List<String> before = new ArrayList<>();
        node.get("History").forEach(line -> before.add(line.asText()));
        return before;
    }

    /** @param places filled with where each answer stands, by its place among the lines */
    private static Original document(String dialogue, List<String> lines, Map<Integer, Place> places) {
        String source = FileNames.safe(dialogue) + ".md";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean isAnswer = i > 2 && i % 2 == 1 && !lines.get(i).equals(NO_ANSWER);
            if (i < 2) {
                text.append(i == 0 ? "# " : "## ").append(lines.get(i)).append("\n\n");
            } else if (isAnswer && !lines.get(i).isBlank()) {
                places.put(
                        i,
                        Place.span(
                                source,
                                text.length(),
                                text.length() + lines.get(i).length()));
                text.append(lines.get(i)).append("\n\n");
            }
        }
        return Original.of(source, dialogue, text.toString());
    }
}
