package io.docent.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads SelQA (Jurczyk et al. 2016): every section is a document, its candidate sentences are its text. */
final class Selqa implements DataSetFormat {

    @Override
    public boolean reads(JsonNode json) {
        return json.path(0).path("candidates").isArray();
    }

    @Override
    public DataSet read(Path file, JsonNode json, String name) {
        Map<String, Original> documents = new LinkedHashMap<>();
        List<GoldQuestion> questions = new ArrayList<>();
        for (JsonNode node : json) {
            String article = JsonFile.text(node, "article", file);
            String section = node.path("section").asText("");
            List<String> candidates = new ArrayList<>();
            node.get("candidates").forEach(candidate -> candidates.add(candidate.asText()));
            String head = "# " + article + "\n\n" + (section.isBlank() ? "" : "## " + section + "\n\n");
            String text = head + String.join(" ", candidates) + "\n";
            String source = FileNames.safe(article) + "/" + FileNames.safe(section) + " "
                    + Integer.toHexString(text.hashCode()) + ".md";
            documents.putIfAbsent(source, Original.of(source, article, text));
            List<Place> all = places(source, head.length(), candidates);
            List<Place> right = new ArrayList<>();
            node.path("answers").forEach(answer -> right.add(all.get(answer.asInt())));
            Gold gold = new Gold(true, List.of(Place.document(source)), right, List.of(), all);
            String id = name + "-" + questions.size();
            questions.add(new GoldQuestion(id, article, JsonFile.text(node, "question", file), List.of(), gold));
        }
        return new DataSet(name, List.copyOf(documents.values()), questions, DataSet.Kind.SENTENCES);
    }

    /** Where the candidates of a document stand, when they were put one after the other. */
    private static List<Place> places(String source, int offset, List<String> candidates) {
        List<Place> places = new ArrayList<>();
        int at = offset;
        for (String candidate : candidates) {
            places.add(Place.span(source, at, at + Math.max(1, candidate.length())));
            at += candidate.length() + 1;
        }
        return places;
    }
}
