package io.docent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.answer.Answer;
import io.docent.answer.Answer.Answered;
import io.docent.answer.Answer.NotFound;
import io.docent.answer.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Questions that were written by hand are asked with the shipped weights and no language model. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class QuestionsByHandContract {

    private final double leastBegun;
    private final double leastRefused;
    private final DataSet set;
    private final Workers workers = new Workers();
    private final Library library;

    /**
     * A set.
     *
     * @param questions their file
     * @param folder of the documents
     * @param leastBegun share of answerable questions of which more begin with what is expected
     * @param leastRefused share of the others of which more are refused
     */
    QuestionsByHandContract(String questions, String folder, double leastBegun, double leastRefused)
            throws IOException {
        this.leastBegun = leastBegun;
        this.leastRefused = leastRefused;
        this.set = DataSets.in(Path.of(questions), Path.of(folder)).getFirst();
        this.library = new Library(Files.createTempDirectory("docent-questions"), workers);
    }

    @BeforeAll
    void index() {
        library.add(set.documents(), done -> {});
    }

    @AfterAll
    void close() {
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
        List<GoldQuestion> notThere = set.questions().stream()
                .filter(question -> !question.gold().answerable())
                .toList();

        assertThat(share(answerable, this::beginsWithTheExpected)).isGreaterThan(leastBegun);
        assertThat(share(notThere, question -> answer(question) instanceof NotFound))
                .isGreaterThan(leastRefused);
    }

    private boolean beginsWithTheExpected(GoldQuestion question) {
        return answer(question) instanceof Answered answered
                && ExpectedText.isIn(
                        answered.sentences().getFirst().text(), question.gold().texts());
    }

    private Answer answer(GoldQuestion question) {
        return library.answerer().answer(new Question(question.text(), Set.of()));
    }

    private double share(List<GoldQuestion> questions, Workers.Task<GoldQuestion, Boolean> isSo) {
        return workers.map(questions, isSo).stream()
                        .filter(Boolean::booleanValue)
                        .count()
                / (double) questions.size();
    }

    private List<GoldQuestion> answerable() {
        return set.questions().stream()
                .filter(question -> question.gold().answerable())
                .toList();
    }
}
