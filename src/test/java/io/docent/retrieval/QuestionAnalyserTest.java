package io.docent.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionAnalyserTest {

    @TempDir
    private static Path data;

    private static Library library;

    @BeforeAll
    static void open() {
        library = new Library(data);
        library.add(
                "a.txt", "The missile of North Korea flew nine hundred kilometres. The gateway uses OAuth tokens.\n");
        library.add("b.txt", "The gateway was replaced by the new gateway of Kestrel.\n");
    }

    @AfterAll
    static void close() {
        library.close();
    }

    private static AnalysedQuestion analysed(String question) {
        try (PassageSearch search = library.bean(PassageIndex.class).search()) {
            return library.bean(QuestionAnalyser.class).analyse(question, search);
        }
    }

    private static List<String> words(String question) {
        return analysed(question).words().stream().map(QuestionWord::text).toList();
    }

    @Test
    void asksByTheWordsThatMeanSomething() {
        assertThat(words("How far did the missile of North Korea fly?"))
                .containsExactly("far", "missile", "North", "Korea", "fly");
    }

    @Test
    void aWordSaidTwiceIsAskedOnce() {
        assertThat(words("Which gateway replaced the gateway?")).containsExactly("gateway", "replaced");
    }

    @Test
    void functionWordsAreKeptWhereThereIsNothingElse() {
        assertThat(words("what is it")).isNotEmpty();
    }

    @Test
    void aSlipInACommonWordIsMended() {
        AnalysedQuestion question = analysed("How far did the misile fly?");

        assertThat(question.text()).isEqualTo("How far did the missile fly?");
    }

    @Test
    void aNameIsLeftAloneButFoundByWhatItMayHaveMeant() {
        AnalysedQuestion question = analysed("What did Kestral replace?");

        assertThat(question.text()).isEqualTo("What did Kestral replace?");
        QuestionWord name = question.words().getFirst();
        assertThat(name.text()).isEqualTo("Kestral");
        assertThat(name.unknown()).isTrue();
        assertThat(name.forms()).contains("kestrel");
    }

    @Test
    void theRarerWordWeighsMore() {
        AnalysedQuestion question = analysed("gateway OAuth");

        assertThat(question.words().get(1).idf())
                .isGreaterThan(question.words().get(0).idf());
        assertThat(question.totalIdf())
                .isCloseTo(
                        question.words().stream().mapToDouble(QuestionWord::idf).sum(), within(1e-9));
    }

    @Test
    void theWeightsOfTokensAddUpToOneAndPunctuationHasNone() {
        AnalysedQuestion question = analysed("Which gateway uses OAuth?");
        float[] weights = question.tokenWeights();
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }

        assertThat(sum).isCloseTo(1, within(1e-5));
        assertThat(weights[weights.length - 1]).isZero();
    }

    @Test
    void ofAQuestionThatTheModelCannotReadTheWordsRemain() {
        AnalysedQuestion chinese = analysed("导弹飞了多远？");
        AnalysedQuestion russian = analysed("Как далеко улетела ракета?");
        AnalysedQuestion german = analysed("Wie weit flog die Rakete aus Nordkorea?");

        assertThat(chinese.tokens()).isNull();
        assertThat(chinese.embedding()).isEmpty();
        assertThat(chinese.words()).isNotEmpty();
        assertThat(russian.tokens()).isNull();
        assertThat(german.tokens()).isNotNull();
    }
}
