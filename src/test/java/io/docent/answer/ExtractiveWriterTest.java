package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.answer.ExtractiveWriter.Written;
import io.docent.retrieval.Found;
import io.docent.retrieval.Retrieved;
import io.docent.retrieval.ScoredSentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractiveWriterTest {

    private static final String QUESTION = "How far did it fly?";

    private final ExtractiveWriter writer = new ExtractiveWriter();

    @SafeVarargs
    private Written written(List<ScoredSentence>... passages) {
        List<ScoredSentence> all = new ArrayList<>();
        for (List<ScoredSentence> passage : passages) {
            all.addAll(passage);
        }
        all.sort(Comparator.comparingDouble(ScoredSentence::score).reversed());
        return writer.write(QUESTION, all);
    }

    private static List<String> texts(Written written) {
        return written.sentences().stream().map(Sentence::text).toList();
    }

    @Test
    void theBestSentenceComesFirst() {
        Retrieved passage = Found.passage("a", "The rocket was new. The rocket flew 900 kilometres.");

        Written written = written(Found.sentences(passage, 1.0, 1.5));

        assertThat(texts(written).getFirst()).isEqualTo("The rocket flew 900 kilometres.");
    }

    @Test
    void whatAnswersFarLessLikelyIsLeftOut() {
        Retrieved passage = Found.passage("a", "The rocket was new. The rocket flew 900 kilometres.");

        assertThat(texts(written(Found.sentences(passage, 0, 9)))).containsExactly("The rocket flew 900 kilometres.");
    }

    @Test
    void hasThreeSentencesAtMost() {
        Retrieved passage =
                Found.passage("a", "One rocket flew. Two rockets fell. Three rockets burnt. Four went home.");

        assertThat(texts(written(Found.sentences(passage, 4, 3.9, 3.8, 3.7)))).hasSize(3);
    }

    @Test
    void saysNothingTwice() {
        Retrieved one = Found.passage("a", "The rocket flew 900 kilometres.");
        Retrieved other = Found.passage("b", "THE ROCKET flew  900   kilometres.");

        assertThat(texts(written(Found.sentences(one, 2), Found.sentences(other, 1.9))))
                .containsExactly("The rocket flew 900 kilometres.");
    }

    @Test
    void aQuoteThatBringsWhatIsQuotedAlreadyTakesItsPlace() {
        Retrieved passage = Found.passage("a", "The rocket was new. It flew 900 kilometres. Nobody saw it.");

        assertThat(texts(written(Found.sentences(passage, 2, 1.9, 1.8))))
                .containsExactly("The rocket was new. It flew 900 kilometres.", "Nobody saw it.");
    }

    @Test
    void quotesThatOverlapBecomeOne() {
        Retrieved passage = Found.passage("a", "The rocket was new. It flew 900 kilometres. It fell into the sea.");

        assertThat(texts(written(Found.sentences(passage, -9, 2, 1.9))))
                .containsExactly(passage.passage().text());
    }

    @Test
    void aRowThatAnswersIsNotSwallowedByItsTable() {
        Retrieved passage = Found.passage(
                "a", "The most that is paid for a night:\n\nCity: London | Euros: 240\nCity: Zurich | Euros: 310");

        assertThat(texts(written(Found.sentences(passage, 1.0, 2.0, 0.5))).getFirst())
                .isEqualTo("City: London | Euros: 240");
    }

    @Test
    void staysWithinEightHundredCharacters() {
        String half = "The rocket flew over " + "the cold and wide sea and ".repeat(16) + "fell.";
        Retrieved one = Found.passage("a", half);
        Retrieved other = Found.passage("b", half.replace("rocket", "missile"));
        Retrieved third = Found.passage("c", "The satellite flew 12 kilometres.");

        Written written = written(Found.sentences(one, 3), Found.sentences(other, 2.9), Found.sentences(third, 2.8));

        assertThat(texts(written)).containsExactly(half, "The satellite flew 12 kilometres.");
        assertThat(AnswerText.of(written.sentences()).replaceAll(" \\[\\d]", "").length())
                .isLessThanOrEqualTo(ExtractiveWriter.LONGEST_ANSWER);
    }

    @Test
    void aHeadingAddsNothingToAnAnswer() {
        Retrieved passage = Found.passage("a", "How far rockets fly\n\nThe rocket flew 900 kilometres.");

        assertThat(texts(written(Found.sentences(passage, 2, 2.5)))).containsExactly("The rocket flew 900 kilometres.");
    }

    @Test
    void aThirdSentenceHasToAnswerBetterThanASecond() {
        Retrieved passage =
                Found.passage("a", "The rocket flew 900 kilometres. Rockets fly. Rocket is a word. Yes, a word.");

        assertThat(texts(written(Found.sentences(passage, 9, 5, 4.5, 0))))
                .containsExactly("The rocket flew 900 kilometres.", "Rockets fly.");
    }

    @Test
    void ofAQuestionAndItsAnswerTheAnswerIsQuoted() {
        Retrieved passage =
                Found.passage("faq", "Q: How far does it fly?\nA: It flies 900 kilometres. Ask for more.\n");

        Written written = written(Found.sentences(passage, 9, 2, 1));

        assertThat(texts(written)).containsExactly("It flies 900 kilometres.");
        assertThat(written.citations().getFirst().quote()).isEqualTo("It flies 900 kilometres.");
    }

    @Test
    void aQuestionThatNothingAnswersIsNotQuotedUnlessThereIsNothingElse() {
        Retrieved asked = Found.passage("a", "How far does the rocket fly?");
        Retrieved told = Found.passage("b", "The rocket flew 900 kilometres.");

        assertThat(texts(written(Found.sentences(asked, 9), Found.sentences(told, 6))))
                .containsExactly("The rocket flew 900 kilometres.");
        assertThat(texts(written(Found.sentences(asked, 9)))).containsExactly("How far does the rocket fly?");
    }

    @Test
    void everySentenceCitesWhereItStands() {
        String text = "The rocket was new.  The rocket   flew 900 kilometres.";
        Retrieved passage = Found.passage("a", text);

        Written written = written(Found.sentences(passage, 1, 2));

        assertThat(written.citations()).extracting(Citation::number).containsExactly(1, 2);
        assertThat(written.sentences()).allSatisfy(sentence -> {
            Citation citation = written.citations().get(sentence.citations().getFirst() - 1);
            assertThat(sentence.support()).isEqualTo(Support.QUOTED);
            assertThat(citation.span().of(text)).isEqualTo(citation.quote());
            assertThat(citation.quote().replaceAll("\\s+", " ")).isEqualTo(sentence.text());
        });
    }
}
