package io.docent.evaluation;

import io.docent.document.CsvRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads questions that a team wrote by hand, as CSV with a header or as a YAML list. The fields are {@code question},
 * {@code expected} (or {@code answer}: text that the answer should contain) and {@code document} (its path, or
 * {@value #NOT_THERE}). All but the question may be missing.
 */
final class TeamQuestions {

    static final String NOT_THERE = "not in the documents";

    private static final Set<String> FIELDS = Set.of("question", "expected", "answer", "document");

    private TeamQuestions() {}

    static DataSet read(Path file, String name, List<Original> documents) {
        String fileName = String.valueOf(file.getFileName());
        List<Map<String, List<String>>> rows = fileName.endsWith(".csv") ? csv(file) : yaml(file);
        Set<String> names = new TreeSet<>();
        documents.forEach(document -> names.add(document.name()));
        List<GoldQuestion> questions = new ArrayList<>();
        for (Map<String, List<String>> row : rows) {
            questions.add(question(file, name + "-" + (questions.size() + 1), row, names));
        }
        return new DataSet(name, documents, questions, DataSet.Kind.QUESTIONS);
    }

    private static GoldQuestion question(Path file, String id, Map<String, List<String>> row, Set<String> names) {
        List<String> question = row.getOrDefault("question", List.of());
        if (question.size() != 1 || question.getFirst().isBlank()) {
            throw new BadInputException(file + ": entry " + id.replaceFirst(".*-", "") + " has no question");
        }
        List<String> where = filled(row, "document");
        List<String> expected = new ArrayList<>(filled(row, "expected"));
        expected.addAll(filled(row, "answer"));
        boolean notThere = where.contains(NOT_THERE) || expected.contains(NOT_THERE);
        for (String document : where) {
            if (!notThere && !names.contains(document)) {
                throw new BadInputException(file + ": '" + document + "' is not among the documents"
                        + "; write its path in their folder, or '" + NOT_THERE + "'");
            }
        }
        List<Place> places =
                notThere ? List.of() : where.stream().map(Place::document).toList();
        Gold gold = notThere ? Gold.NOT_IN_THE_DOCUMENTS : Gold.of(places, List.of(), expected);
        return new GoldQuestion(id, id, question.getFirst(), List.of(), gold);
    }

    private static List<String> filled(Map<String, List<String>> row, String field) {
        return row.getOrDefault(field, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static List<Map<String, List<String>>> csv(Path file) {
        Iterator<List<String>> records =
                CsvRecords.of(JsonFile.text(file).replace("\r\n", "\n").replace('\r', '\n'));
        List<String> header = records.hasNext()
                ? records.next().stream().map(TeamQuestions::field).toList()
                : List.of();
        if (!header.contains("question")) {
            throw new BadInputException(
                    file + " has no column 'question'; its first line names the columns: question,expected,document");
        }
        List<Map<String, List<String>>> rows = new ArrayList<>();
        while (records.hasNext()) {
            List<String> record = records.next();
            Map<String, List<String>> row = new HashMap<>();
            for (int i = 0; i < Math.min(header.size(), record.size()); i++) {
                if (FIELDS.contains(header.get(i))) {
                    row.put(header.get(i), List.of(record.get(i)));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, List<String>>> yaml(Path file) {
        Object loaded;
        try {
            loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(JsonFile.text(file));
        } catch (YAMLException e) {
            throw new BadInputException(
                    file + " is not YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
        if (!(loaded instanceof List<?> entries)) {
            throw new BadInputException(file + " is not a list of questions: - question: …");
        }
        List<Map<String, List<String>>> rows = new ArrayList<>();
        for (Object entry : entries) {
            if (!(entry instanceof Map<?, ?> fields)) {
                throw new BadInputException(file + ": '" + entry + "' is not an entry with a question: - question: …");
            }
            Map<String, List<String>> row = new HashMap<>();
            fields.forEach((key, value) -> row.put(field(String.valueOf(key)), values(value)));
            for (String field : new TreeSet<>(row.keySet())) {
                if (!FIELDS.contains(field)) {
                    throw new BadInputException(
                            file + ": '" + field + "' is not a field; allowed are question, expected and document");
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> values(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : value == null ? List.of() : List.of(String.valueOf(value));
    }

    private static String field(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
