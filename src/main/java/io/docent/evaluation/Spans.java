package io.docent.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads questions with the spans that answer them: {@code [{"question", "document", "spans": [{"start", "end"}]}]},
 * offsets in UTF-16 code units of the files in the folder {@code documents} beside it.
 */
final class Spans implements DataSetFormat {

    @Override
    public boolean reads(JsonNode json) {
        return json.path(0).path("spans").isArray();
    }

    @Override
    public DataSet read(Path file, JsonNode json, String name) {
        List<GoldQuestion> questions = new ArrayList<>();
        for (JsonNode node : json) {
            String document = JsonFile.text(node, "document", file);
            List<Place> spans = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (JsonNode span : node.get("spans")) {
                int start = span.path("start").asInt(-1);
                int end = span.path("end").asInt(-1);
                if (start < 0 || end <= start) {
                    throw new BadInputException(file + " has a span from " + start + " to " + end + " in " + node);
                }
                spans.add(Place.span(document, start, end));
                texts.add(span.path("text").asText());
            }
            Gold gold = spans.isEmpty() ? Gold.NOT_IN_THE_DOCUMENTS : Gold.of(spans, spans, texts);
            String text = JsonFile.text(node, "question", file);
            questions.add(new GoldQuestion(name + "-" + questions.size(), document, text, List.of(), gold));
        }
        Path documents = file.resolveSibling("documents");
        return new DataSet(name, DocumentFiles.in(documents), questions, DataSet.Kind.QUESTIONS);
    }
}
