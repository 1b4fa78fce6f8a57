package io.docent.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.docent.passage.SentenceSplitter;
import io.docent.passage.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads SQuAD 1.1 and 2.0 (Rajpurkar et al. 2016, 2018) and what has its form: every paragraph is a document. */
final class Squad implements DataSetFormat {

    @Override
    public boolean reads(JsonNode json) {
        return json.path("data").path(0).path("paragraphs").isArray();
    }

    @Override
    public DataSet read(Path file, JsonNode json, String name) {
        List<Original> documents = new ArrayList<>();
        List<GoldQuestion> questions = new ArrayList<>();
        int number = 0;
        for (JsonNode article : json.get("data")) {
            String title = article.path("title").asText("article " + ++number);
            int paragraph = 0;
            for (JsonNode node : article.path("paragraphs")) {
                String context = JsonFile.text(node, "context", file);
                String source = FileNames.safe(title) + "/" + FileNames.safe(title) + " " + ++paragraph + ".txt";
                documents.add(Original.of(source, title, context));
                node.path("qas").forEach(question -> questions.add(question(question, title, source, context, file)));
            }
        }
        return new DataSet(name, documents, questions, DataSet.Kind.ARTICLES);
    }

    private static GoldQuestion question(JsonNode node, String title, String source, String context, Path file) {
        String id = node.path("id").asText();
        String text = JsonFile.text(node, "question", file).strip();
        if (node.path("is_impossible").asBoolean(false)) {
            return new GoldQuestion(id, title, text, List.of(), Gold.NOT_IN_THE_DOCUMENTS);
        }
        List<String> texts = new ArrayList<>();
        List<Place> support = new ArrayList<>();
        List<Span> sentences = SentenceSplitter.split(context);
        for (JsonNode answer : node.path("answers")) {
            String expected = JsonFile.text(answer, "text", file);
            texts.add(expected);
            Span span = span(context, answer.path("answer_start").asInt(), expected);
            sentences.stream()
                    .filter(sentence -> sentence.overlaps(span))
                    .map(sentence -> Place.span(source, sentence.start(), sentence.end()))
                    .filter(place -> !support.contains(place))
                    .forEach(support::add);
        }
        Gold gold = Gold.of(List.of(Place.document(source)), support, texts);
        return new GoldQuestion(id, title, text, List.of(), gold);
    }

    /** The format counts code points. */
    private static Span span(String context, int start, String text) {
        int from = context.offsetByCodePoints(0, Math.min(start, context.codePointCount(0, context.length())));
        int at = context.startsWith(text, from) ? from : Math.max(0, context.indexOf(text));
        return new Span(at, at + Math.max(1, text.length()));
    }
}
