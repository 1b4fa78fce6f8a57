package io.docent.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a folder in the form of BEIR (Thakur et al. 2021): corpus.jsonl, queries.jsonl and judgements in TSV. */
final class Beir {

    private static final List<String> JUDGEMENTS =
            List.of("qrels/test.tsv", "qrels/dev.tsv", "qrels/train.tsv", "qrels.tsv");

    private Beir() {}

    static boolean reads(Path folder) {
        return Files.isRegularFile(folder.resolve("corpus.jsonl"))
                && Files.isRegularFile(folder.resolve("queries.jsonl"));
    }

    static DataSet read(Path folder, String name) {
        Map<String, List<Place>> judged = judgements(folder);
        List<Original> documents = new ArrayList<>();
        for (JsonNode node : lines(folder.resolve("corpus.jsonl"))) {
            String title = node.path("title").asText("").strip();
            String text =
                    (title.isEmpty() ? "" : title + "\n\n") + node.path("text").asText("");
            if (!text.isBlank()) {
                documents.add(Original.of(source(node.path("_id").asText()), "", text));
            }
        }
        List<GoldQuestion> questions = new ArrayList<>();
        for (JsonNode node : lines(folder.resolve("queries.jsonl"))) {
            String id = node.path("_id").asText();
            List<Place> places = judged.get(id);
            if (places != null) {
                String text = JsonFile.text(node, "text", folder.resolve("queries.jsonl"));
                questions.add(new GoldQuestion(id, id, text, List.of(), Gold.of(places, List.of(), List.<String>of())));
            }
        }
        return new DataSet(name, documents, questions, DataSet.Kind.QUESTIONS);
    }

    private static Map<String, List<Place>> judgements(Path folder) {
        Path file = JUDGEMENTS.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        folder + " has no judgements; they belong into " + folder.resolve("qrels/test.tsv")));
        Map<String, List<Place>> judged = new LinkedHashMap<>();
        List<String> lines = JsonFile.text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] fields = lines.get(i).split("\t");
            boolean trec = fields.length == 4; // query, 0, document, grade
            if (lines.get(i).isBlank() || (i == 0 && !fields[fields.length - 1].matches("-?\\d+"))) {
                continue;
            }
            if (fields.length < 3 || !fields[fields.length - 1].matches("-?\\d+")) {
                throw new BadInputException(file + ", line " + (i + 1) + ": expected query, document and grade");
            }
            int grade = Integer.parseInt(fields[fields.length - 1]);
            if (grade > 0) {
                judged.computeIfAbsent(fields[0], id -> new ArrayList<>())
                        .add(new Place(source(fields[trec ? 2 : 1]), null, grade));
            }
        }
        return judged;
    }

    private static List<JsonNode> lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(Beir::parse).toList();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new BadInputException(file + " is not JSON, one object a line: " + e.getMessage(), e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JsonFile.MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String source(String id) {
        return FileNames.safe(id).equals(id)
                ? id + ".txt"
                : FileNames.safe(id) + " " + Integer.toHexString(id.hashCode()) + ".txt";
    }
}
