package io.docent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest {

    private static final String SET = """
            {"passages": [{"id": "p1", "title": "Fees", "text": "Parking costs 12 euros a day."}],
             "statements": [{"text": "A day of parking is €12.", "passages": ["p1"], "label": "supported",
                             "kind": "reformatted"}]}
            """;

    private static final double MOST_FLAGGED = 0.23;
    private static final double LEAST_CAUGHT = 0.80;

    @TempDir
    private Path folder;

    private DataSet read(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("labelled.json"), json);
        return DataSets.in(file, null).getFirst();
    }

    @Test
    void readsPassagesAndLabelledStatements() throws IOException {
        DataSet set = read(SET);

        assertThat(set.kind()).isEqualTo(DataSet.Kind.STATEMENTS);
        assertThat(SupportSet.of(set)).singleElement().satisfies(example -> {
            assertThat(example.sentence()).isEqualTo("A day of parking is €12.");
            assertThat(example.kind()).isEqualTo("reformatted");
            assertThat(example.isTrue()).isTrue();
            assertThat(example.sources()).containsExactly("Parking costs 12 euros a day.");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ["p1"];           ["p2"];          has no passage
            "supported";      "maybe";         neither supported nor unsupported
            "passages": ["p1"], "label"; "label"; names no passages
            """)
    void saysWhatIsWrongWithAFile(String part, String wrong, String message) {
        assertThatThrownBy(() -> read(SET.replace(part, wrong)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("labelled.json");
    }

    /** What was reached on statements that people would write; neither bound is to be loosened. */
    @Test
    void theCheckHoldsWhatItReachedOnFreelyWordedStatements() throws URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(StatementsTest.class.getResource("statements.dev.json"))
                .toURI());
        DataSet set = DataSets.in(file, null).getFirst();
        Workers workers = new Workers();

        SetResult result;
        try (Library collection = new Library(folder, workers)) {
            result = new SupportEvaluation(set, workers, collection).run().orElseThrow();
        }

        assertThat(value(result, "flagged")).isLessThanOrEqualTo(MOST_FLAGGED);
        assertThat(value(result, "caught")).isGreaterThanOrEqualTo(LEAST_CAUGHT);
    }

    private static double value(SetResult result, String name) {
        return result.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
