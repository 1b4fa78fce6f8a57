package io.docent.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that was measured in a run.
 *
 * @param date when, ISO 8601
 * @param sets in the order in which they were measured
 */
record Report(String date, List<SetResult> sets) {

    Report {
        sets = List.copyOf(sets);
    }

    /** All figures, named {@code set.figure}. */
    Map<String, Figure> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        sets.forEach(set -> set.figures().forEach(figure -> figures.put(set.name() + "." + figure.name(), figure)));
        return figures;
    }

    String json() {
        try {
            return JsonFile.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always JSON", e);
        }
    }

    /** Reads what {@link #json} wrote. */
    static Report read(Path file) {
        try {
            return JsonFile.MAPPER.readValue(Files.readAllBytes(file), Report.class);
        } catch (JsonProcessingException e) {
            throw new BadInputException(file + " is not a report.json of an evaluation", e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
