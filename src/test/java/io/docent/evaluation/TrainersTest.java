package io.docent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.docent.answer.ConfidenceFeature;
import io.docent.evaluation.ConfidenceExample.Kind;
import io.docent.retrieval.SentenceFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal") // rows of numbers in the order of the features
class TrainersTest {

    private static final int WIDTH = SentenceFeature.values().length;

    private static List<SentenceExample> chosenBy(double first, double second, int count) {
        return chosenBy("set", first, second, count);
    }

    /** Sentences of which those answer that these weights choose, by the model that the trainer assumes. */
    private static List<SentenceExample> chosenBy(String set, double first, double second, int count) {
        Random random = new Random(3);
        List<SentenceExample> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[][] features = new double[6][WIDTH];
            double[] odds = new double[6];
            double all = 0;
            for (int j = 0; j < 6; j++) {
                features[j][0] = random.nextDouble();
                features[j][1] = random.nextDouble();
                odds[j] = Math.exp(first * features[j][0] + second * features[j][1]);
                all += odds[j];
            }
            boolean[] right = new boolean[6];
            double at = random.nextDouble() * all;
            int chosen = 0;
            while (chosen < 5 && at > odds[chosen]) {
                at -= odds[chosen++];
            }
            right[chosen] = true;
            examples.add(new SentenceExample(set, "group " + i % 7, features, right));
        }
        return examples;
    }

    @Test
    void everySetCountsTheSameHoweverManyQuestionsItHas() {
        List<SentenceExample> large = chosenBy("large", 4, 0, 2_000);
        List<SentenceExample> small = chosenBy("small", -4, 0, 200);
        List<SentenceExample> both = new ArrayList<>(large);
        both.addAll(small);

        double[] weights = new SentenceTrainer(0.01, Map.of()).train(both);

        assertThat(weights[0]).isCloseTo(0, within(0.4));
    }

    @Test
    void findsTheWeightsThatChoseTheSentences() {
        double[] weights = new SentenceTrainer(0.01, Map.of()).train(chosenBy(4, -2, 4_000));

        assertThat(weights[0]).isCloseTo(4, within(0.3));
        assertThat(weights[1]).isCloseTo(-2, within(0.3));
        assertThat(weights[2]).isZero();
    }

    @Test
    void aStrongSignalDoesNotThrowItOff() {
        double[] weights = new SentenceTrainer(1, Map.of()).train(chosenBy(60, 0, 500));

        assertThat(weights[0]).isBetween(10.0, 100.0);
    }

    @Test
    void aWeightThatIsGivenStays() {
        double[] weights =
                new SentenceTrainer(1, Map.of(SentenceFeature.TOKENS_AROUND, -2.5)).train(chosenBy(3, 1, 500));

        assertThat(weights[SentenceFeature.TOKENS_AROUND.ordinal()]).isCloseTo(-2.5, within(1e-3));
        assertThat(weights[SentenceFeature.TOKENS.ordinal()]).isGreaterThan(1);
    }

    @Test
    void theSameDataGiveTheSameWeights() {
        SentenceTrainer trainer = new SentenceTrainer(1, Map.of());

        assertThat(trainer.train(chosenBy(3, 1, 200))).containsExactly(trainer.train(chosenBy(3, 1, 200)));
    }

    @Test
    void confidenceIsAChance() {
        Random random = new Random(5);
        List<ConfidenceExample> examples = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            double[] features = new double[ConfidenceFeature.values().length + 1];
            features[0] = random.nextDouble();
            features[features.length - 1] = 1;
            boolean answerable = random.nextDouble() < 1 / (1 + Math.exp(2 - 5 * features[0]));
            examples.add(new ConfidenceExample(Kind.OWN, "g", features, answerable, 1, 0));
        }

        double[] weights = new ConfidenceTrainer(0.01).train(examples);

        assertThat(weights[0]).isCloseTo(5, within(0.4));
        assertThat(weights[weights.length - 1]).isCloseTo(-2, within(0.25));
    }

    @Test
    void anExampleCountsByItsWeight() {
        double[] yes = new double[ConfidenceFeature.values().length + 1];
        yes[yes.length - 1] = 1;
        List<ConfidenceExample> examples = List.of(
                new ConfidenceExample(Kind.FULL, "a", yes, true, 3, 0),
                new ConfidenceExample(Kind.FAR, "a", yes, false, 1, 0));

        double[] weights = new ConfidenceTrainer(1).train(examples);

        assertThat(examples.getFirst().confidence(weights)).isCloseTo(0.75, within(1e-4));
    }

    @Test
    void aGroupIsInOnePartAlwaysTheSameAndNoneIsEmpty() {
        Set<Integer> parts = IntStream.range(0, 100)
                .map(i -> Folds.of("article " + i))
                .boxed()
                .collect(Collectors.toSet());

        assertThat(parts).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(Folds.of("Sea")).isEqualTo(Folds.of("Sea"));
    }

    @Test
    void whatIsHeldOutIsNotLearntFrom() {
        List<String> groups = List.of("a", "b", "c", "d", "e", "f", "g");

        Learnt learnt = Learnt.from(groups, group -> group, some -> new double[] {some.size()});

        assertThat(learnt.weights()).containsExactly(7);
        for (String group : groups) {
            long held = groups.stream()
                    .filter(other -> Folds.of(other) == Folds.of(group))
                    .count();
            assertThat(learnt.without(group)).containsExactly(7.0 - (double) held);
        }
    }

    @Test
    void byWordsNothingIsKnownOfTokens() {
        double[] sentence = new double[WIDTH];
        java.util.Arrays.fill(sentence, 0.9);
        sentence[SentenceFeature.WORDS.ordinal()] = 0.3;

        double[] known = ByWords.ofSentence(sentence);

        assertThat(known[SentenceFeature.TOKENS.ordinal()]).isZero();
        assertThat(known[SentenceFeature.WORDS_OR_NEAR.ordinal()]).isEqualTo(0.3);
        assertThat(known[SentenceFeature.PAIRS.ordinal()]).isEqualTo(0.9);
        assertThat(sentence[SentenceFeature.TOKENS.ordinal()]).isEqualTo(0.9);
    }

    @Test
    void ranksAreThoseOfTheWeights() {
        SentenceExample example = new SentenceExample(
                "set", "g", new double[][] {{1, 0}, {0, 1}, {0.5, 0.5}}, new boolean[] {false, true, false});

        assertThat(example.ranks(new double[] {1, 0}).reciprocalRank(3)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(example.ranks(new double[] {0, 1}).reciprocalRank(3)).isEqualTo(1);
    }
}
