package io.docent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.answer.Answer;
import io.docent.answer.Answer.Answered;
import io.docent.answer.Answer.NotFound;
import io.docent.answer.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Docent answers from its own documentation, with the shipped weights and no language model. */
class ManualTest {

    @TempDir
    private static Path data;

    private static Workers workers;
    private static Library library;
    private static DataSet manual;

    @BeforeAll
    static void index() {
        workers = new Workers();
        manual = DataSets.in(Path.of("src/evaluation/manual.yaml"), Path.of("docs"))
                .getFirst();
        library = new Library(data, workers);
        library.add(manual.documents(), done -> {});
    }

    @AfterAll
    static void close() {
        library.close();
        workers.close();
    }

    /** Whoever changes the documentation changes the questions with it. */
    @Test
    void everyExpectedTextStandsInOneOfItsDocuments() {
        assertThat(answerable())
                .allSatisfy(question -> assertThat(question.gold().places())
                        .as(question.text())
                        .anyMatch(place -> ExpectedText.isIn(
                                library.text(place.source()), question.gold().texts())));
    }

    @Test
    void mostAnswersBeginWithWhatIsExpectedAndWhatIsNotThereIsRefused() {
        List<GoldQuestion> answerable = answerable();
        List<GoldQuestion> notThere = manual.questions().stream()
                .filter(question -> !question.gold().answerable())
                .toList();

        assertThat(share(answerable, ManualTest::beginsWithTheExpected)).isGreaterThan(0.55);
        assertThat(share(notThere, question -> answer(question) instanceof NotFound))
                .isGreaterThan(0.85);
    }

    private static boolean beginsWithTheExpected(GoldQuestion question) {
        return answer(question) instanceof Answered answered
                && ExpectedText.isIn(
                        answered.sentences().getFirst().text(), question.gold().texts());
    }

    private static Answer answer(GoldQuestion question) {
        return library.answerer().answer(new Question(question.text(), Set.of()));
    }

    private static double share(List<GoldQuestion> questions, Workers.Task<GoldQuestion, Boolean> isSo) {
        return workers.map(questions, isSo).stream()
                        .filter(Boolean::booleanValue)
                        .count()
                / (double) questions.size();
    }

    private static List<GoldQuestion> answerable() {
        return manual.questions().stream()
                .filter(question -> question.gold().answerable())
                .toList();
    }
}
