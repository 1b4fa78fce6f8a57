package io.docent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

    private static QuestionResult question(String id, double recall, double milliseconds) {
        return new QuestionResult(
                id,
                "Who <b>sings</b>?",
                "Who <b>sings</b>?",
                List.of("Whales"),
                "Whales sing.",
                List.of("sea.md: Whales sing."),
                0.7,
                Map.of("recall@5", recall, "ms-answer", milliseconds));
    }

    private static Report report(double... recalls) {
        List<QuestionResult> questions = new java.util.ArrayList<>();
        for (int i = 0; i < recalls.length; i++) {
            questions.add(question("q" + i, recalls[i], i));
        }
        SetResult set = new SetResult("sea", 1, 1, questions, SetEvaluation.means(questions), List.of());
        return new Report("2026-11-24T10:00:00Z", List.of(set));
    }

    @Test
    void tellsWhichQuestionsGotBetterAndWhichWorse() {
        Comparison comparison = new Comparison(report(1, 0, 1), report(0, 1, 1));

        List<Comparison.ChangedQuestion> changed = comparison.questions().get("sea.recall@5");
        assertThat(changed).extracting(Comparison.ChangedQuestion::id).containsExactly("q0", "q1");
        assertThat(comparison.figures()).isEmpty();
    }

    @Test
    void tellsWhichFiguresChanged() {
        Comparison comparison = new Comparison(report(1, 0, 1, 0), report(1, 1, 1, 0));

        assertThat(comparison.figures()).containsExactly(new Comparison.Changed("sea.recall@5", 0.5, 0.75));
        assertThat(comparison.table())
                .contains("sea.recall@5")
                .contains("+0.2500")
                .contains("1/0");
    }

    @Test
    void timesAlwaysDifferAndAreNotComparedQuestionByQuestion() {
        assertThat(new Comparison(report(1, 1), report(1, 1)).questions()).isEmpty();
    }

    @Test
    void aReportIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
        Report report = report(1, 0);
        Path file = Files.writeString(folder.resolve("report.json"), report.json());

        assertThat(Report.read(file)).isEqualTo(report);
    }

    @Test
    void whatIsNoReportIsToldAsSuch(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), "[1, 2]");

        assertThatThrownBy(() -> Report.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is not a report.json");
        assertThatThrownBy(() -> Report.read(folder.resolve("none.json"))).isInstanceOf(BadInputException.class);
    }

    @Test
    void theReportsForPeopleShowTheFiguresAndEscapeWhatTheyQuote() {
        QuestionResult bad = new QuestionResult(
                "bad",
                "Who <b>sings</b>?",
                "Who?",
                List.of("*"),
                "",
                List.of(),
                0,
                Map.of("mrr@10", 0.0, "recall@5", 0.5));
        List<QuestionResult> all = List.of(bad);
        Report report = new Report(
                "2026-11-24T10:00:00Z", List.of(new SetResult("sea", 1, 1, all, SetEvaluation.means(all), List.of())));

        assertThat(MarkdownReport.of(report, null))
                .contains("| recall@5 | 0.5000 |")
                .contains("Who \\<b\\>sings");
        assertThat(HtmlReport.of(report))
                .contains("0.5000")
                .doesNotContain("<b>sings")
                .doesNotContain("<script src");
    }

    @ParameterizedTest
    @CsvSource({
        "recall@5=0.5,      ''",
        "sea.recall@5=0.5,  ''",
        "recall@5=0.51,     'sea.recall@5 is 0.5000, below 0.51'",
        "recall@5=1,        'sea.recall@5 is 0.5000, below 1.0'"
    })
    void aBoundIsKeptOrNot(String bound, String broken) {
        assertThat(Bound.parse(bound).broken(report(0, 1)).orElse("")).isEqualTo(broken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recall", "recall=", "=0.5", "recall=high", "recall=-1"})
    void aBoundThatIsNoneIsRefused(String bound) {
        assertThatThrownBy(() -> Bound.parse(bound)).isInstanceOf(BadInputException.class);
    }

    @Test
    void aBoundOnAFigureThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Bound.parse("precision=0.5").broken(report(1)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no figure is named precision");
    }

    @Test
    void theWorstComeFirstAndWhatLacksNothingIsNotAmongThem() {
        QuestionResult good = question("good", 1, 1);
        QuestionResult bad = new QuestionResult(
                "bad", "Q?", "Q?", List.of(), "", List.of(), 0, Map.of("mrr@10", 0.0, "answered", 0.0));
        QuestionResult half =
                new QuestionResult("half", "Q?", "Q?", List.of(), "", List.of(), 0, Map.of("mrr@10", 0.5));

        assertThat(WorstCases.of(new SetResult("s", 1, 1, List.of(good, half, bad), List.of(), List.of())))
                .extracting(QuestionResult::id)
                .containsExactly("bad", "half");
    }
}
