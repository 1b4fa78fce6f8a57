package io.docent.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RerankingTest {

    private final Retrieved first = Found.passage("first", "It rains. It snows.", fused(0.9));
    private final Retrieved second = Found.passage("second", "The port is 8080.", fused(0.8));
    private final Retrieved third = Found.passage("third", "Nobody looked.", fused(0.7));

    private static Scores fused(double fused) {
        return new Scores(3, 0.5, 0.6, 0.1, 0, fused);
    }

    private List<ScoredSentence> scored(double one, double two, double three) {
        List<ScoredSentence> sentences = new ArrayList<>(Found.sentences(first, one, two));
        sentences.addAll(Found.sentences(second, three));
        return sentences;
    }

    @Test
    void aPassageWhoseSentenceAnswersGoesBeforeOneThatIsOnlyAboutIt() {
        Reranking.Ordered ordered = Reranking.of(List.of(first, second, third), scored(1, 0, 6), Reranking.WEIGHT);

        assertThat(ordered.passages())
                .extracting(one -> one.document().title())
                .containsExactly("second", "first", "third");
    }

    @Test
    void sentencesThatDoNotDifferLeaveTheOrder() {
        Reranking.Ordered ordered = Reranking.of(List.of(first, second, third), scored(2, 2, 2), Reranking.WEIGHT);

        assertThat(ordered.passages())
                .extracting(one -> one.document().title())
                .containsExactly("first", "second", "third");
    }

    @Test
    void theChancesOfAllPassagesThatWereLookedAtAddUpToOne() {
        Reranking.Ordered ordered = Reranking.of(List.of(first, second, third), scored(1, 0, 1), Reranking.WEIGHT);
        double one = Math.E / (Math.E + 1 + Math.E);

        assertThat(ordered.passages())
                .extracting(passage -> passage.scores().sentences())
                .satisfiesExactly(
                        chance -> assertThat(chance).isCloseTo(1 - one, within(1e-9)),
                        chance -> assertThat(chance).isCloseTo(one, within(1e-9)),
                        chance -> assertThat(chance).isZero());
    }

    @Test
    void keepsEveryOtherScoreAndOrdersByTheFusedOne() {
        Reranking.Ordered ordered = Reranking.of(List.of(first, second, third), scored(-40, -40, 0), Reranking.WEIGHT);

        Scores best = ordered.passages().getFirst().scores();
        assertThat(best).isEqualTo(new Scores(3, 0.5, 0.6, 0.1, best.sentences(), best.fused()));
        assertThat(best.fused()).isCloseTo((0.8 + Reranking.WEIGHT) / (1 + Reranking.WEIGHT), within(1e-9));
        assertThat(ordered.passages())
                .isSortedAccordingTo(
                        (a, b) -> Double.compare(b.scores().fused(), a.scores().fused()));
    }

    @Test
    void theSentencesAreThoseOfThePassagesAsTheyStandNow() {
        Reranking.Ordered ordered = Reranking.of(List.of(first, second, third), scored(1, 0, 6), Reranking.WEIGHT);

        assertThat(ordered.sentences())
                .hasSize(3)
                .allSatisfy(sentence -> assertThat(ordered.passages()).contains(sentence.passage()));
    }

    @Test
    void withoutSentencesTheOrderStays() {
        assertThat(Reranking.of(List.of(first, third), List.of(), Reranking.WEIGHT)
                        .passages())
                .extracting(one -> one.document().title())
                .containsExactly("first", "third");
    }
}
