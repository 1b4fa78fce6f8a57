package io.docent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.docent.passage.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Metrics against values that were computed by hand. */
class MetricsTest {

    @Test
    void recallCountsWhatIsAmongTheFirst() {
        Ranks ranks = Ranks.of(1, 4, 0);

        assertThat(ranks.recall(1)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(ranks.recall(3)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(ranks.recall(5)).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void reciprocalRankIsThatOfTheFirst() {
        assertThat(Ranks.of(4, 2).reciprocalRank(10)).isEqualTo(0.5);
        assertThat(Ranks.of(11).reciprocalRank(10)).isZero();
        assertThat(Ranks.of(0).reciprocalRank(10)).isZero();
    }

    @Test
    void ndcgIsOneInTheBestOrderAndLessInAnyOther() {
        Ranks best = new Ranks(new int[] {1, 2}, new double[] {3, 1});
        Ranks swapped = new Ranks(new int[] {2, 1}, new double[] {3, 1});
        double ideal = 3 + 1 / (Math.log(3) / Math.log(2));

        assertThat(best.ndcg(10)).isCloseTo(1, within(1e-12));
        assertThat(swapped.ndcg(10)).isCloseTo((1 + 3 / (Math.log(3) / Math.log(2))) / ideal, within(1e-12));
        assertThat(Ranks.of(0).ndcg(10)).isZero();
        assertThat(Ranks.of(3).ndcg(10)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void averagePrecisionIsTheMeanOverAllThatIsRelevant() {
        assertThat(Ranks.of(1, 3).averagePrecision()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
        assertThat(Ranks.of(2, 0).averagePrecision()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void ranksWithoutAnythingRelevantAreNone() {
        assertThatThrownBy(Ranks::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aurocIsTheShareOfPairsInTheRightOrderTiesByHalf() {
        Contrast contrast = new Contrast(new double[] {0.9, 0.5, 0.4}, new double[] {0.5, 0.1});

        assertThat(contrast.auroc()).isCloseTo((2 + 1.5 + 1) / 6.0, within(1e-12));
    }

    @Test
    void falseAnswersAreThoseAboveWhatKeepsTheShare() {
        double[] answerable = new double[20];
        for (int i = 0; i < 20; i++) {
            answerable[i] = (i + 1) / 20.0;
        }
        Contrast contrast = new Contrast(answerable, new double[] {0.04, 0.099, 0.1, 0.7});

        assertThat(contrast.falseAnswers(0.95)).isEqualTo(0.5);
        assertThat(contrast.falseAnswers(1)).isEqualTo(0.75);
    }

    @Test
    void aTextContainsWhatIsExpectedWhateverItsCaseAndSpace() {
        assertThat(ExpectedText.isIn("It flew  900\nKilometres.", List.of("nine", "900 kilometres")))
                .isTrue();
        assertThat(ExpectedText.isIn("It flew far.", List.of("900"))).isFalse();
    }

    @Test
    void tokenF1IsThatOfTheBestExpectedText() {
        assertThat(ExpectedText.tokenF1("The missile flew 900 kilometres", List.of("900 kilometres", "x")))
                .isCloseTo(2 * 2 / 6.0, within(1e-12));
        assertThat(ExpectedText.tokenF1("a b", List.of("c"))).isZero();
    }

    @Test
    void charactersOfSeveralSpansCountOnce() {
        SpanSet one = SpanSet.of(List.of(
                new Located("a", new Span(0, 10)),
                new Located("a", new Span(5, 20)),
                new Located("b", new Span(0, 5))));
        SpanSet other = SpanSet.of(List.of(new Located("a", new Span(15, 30)), new Located("c", new Span(0, 5))));

        assertThat(one.size()).isEqualTo(25);
        assertThat(one.common(other)).isEqualTo(5);
        assertThat(other.common(one)).isEqualTo(5);
    }

    @Test
    void aPlaceIsFoundInAStoredTextThatLacksMarks() {
        Alignment alignment = new Alignment(
                "# Title\n\nIt is **very** good. It is very good.", "Title\nIt is very good. It is very good.");

        Span first = alignment.locate(new Span(9, 28));
        Span second = alignment.locate(new Span(29, 45));

        assertThat(first).isEqualTo(new Span(6, 21));
        assertThat(second).isEqualTo(new Span(23, 38));
        assertThat(alignment.locate(new Span(7, 9))).isNull();
        assertThat(new Alignment("abc def", "abc").locate(new Span(4, 7))).isNull();
    }

    @Test
    void theIntervalIsTheSameInEveryRunAndHoldsTheMean() {
        double[] values = new double[400];
        Random random = new Random(7);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < 0.8 ? 1 : 0;
        }

        Figure figure = Bootstrap.mean("share", values);

        // The normal approximation: 1.96 standard errors.
        double error = 1.96 * Math.sqrt(figure.value() * (1 - figure.value()) / values.length);
        assertThat(figure).isEqualTo(Bootstrap.mean("share", values));
        assertThat(figure.low()).isCloseTo(figure.value() - error, within(0.012));
        assertThat(figure.high()).isCloseTo(figure.value() + error, within(0.012));
        assertThat(figure.count()).isEqualTo(400);
    }

    @Test
    void aRatioIsThatOfTheSums() {
        Figure ratio = Bootstrap.ratio("recovered", new double[] {2, 0, 1}, new double[] {2, 1, 1});

        assertThat(ratio.value()).isEqualTo(0.75);
        assertThat(ratio.low()).isLessThanOrEqualTo(0.75);
        assertThat(ratio.high()).isEqualTo(1);
        assertThat(Bootstrap.ratio("none", new double[] {0}, new double[] {0}).value())
                .isZero();
    }

    @Test
    void aContrastThatIsPerfectHasNoInterval() {
        Figure auroc = Bootstrap.contrast(
                "far", new Contrast(new double[] {0.9, 0.8}, new double[] {0.1, 0.2}), Contrast::auroc);

        assertThat(auroc).isEqualTo(new Figure("far", 1, 4, 1, 1));
    }
}
