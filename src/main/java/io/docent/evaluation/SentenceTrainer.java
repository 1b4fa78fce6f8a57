package io.docent.evaluation;

import io.docent.retrieval.SentenceFeature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns what a sentence is judged by: the weights under which the right sentence of each question is most likely the
 * one chosen among all (a conditional logit, McFadden 1974; with several right ones, any of them). A difference of two
 * sentences' scores is then the logarithm of how many times likelier one of them is. Every data set counts the same,
 * however many questions it has: a kind of document is not the less like a team's own for having few.
 */
final class SentenceTrainer {

    /** Holds a weight where it is. */
    private static final double FIRM = 1e9;

    private final double ridge;
    private final Map<SentenceFeature, Double> given;

    /**
     * With what it goes by.
     *
     * @param ridge what a weight costs, the features all having one spread
     * @param given weights that are not learnt
     */
    SentenceTrainer(double ridge, Map<SentenceFeature, Double> given) {
        this.ridge = ridge;
        this.given = Map.copyOf(given);
    }

    @SuppressWarnings("EnumOrdinal") // a row of numbers in the order of the features
    double[] train(List<SentenceExample> examples) {
        int width = examples.getFirst().features()[0].length;
        Scale scale = Scale.of(examples.stream().map(SentenceExample::features).toList(), width);
        double[] cost = scale.ridge(ridge);
        double[] prior = new double[width];
        given.forEach((feature, weight) -> {
            cost[feature.ordinal()] = FIRM;
            prior[feature.ordinal()] = weight;
        });
        Map<String, Double> counts = counts(examples);
        return Newton.climb(
                (weights, step) -> examples.stream()
                        .mapToDouble(example -> add(example, counts.getOrDefault(example.set(), 1.0), weights, step))
                        .sum(),
                new Ridge(prior, cost));
    }

    /** What a question of each set counts: 1 on average. */
    private static Map<String, Double> counts(List<SentenceExample> examples) {
        Map<String, Double> counts = new HashMap<>();
        examples.forEach(example -> counts.merge(example.set(), 1.0, Double::sum));
        double each = examples.size() / (double) counts.size();
        counts.replaceAll((set, questions) -> each / questions);
        return counts;
    }

    /** The curvature is that of all sentences alone, which is never less than the likelihood's own. */
    private static double add(SentenceExample example, double counts, double[] weights, NewtonStep step) {
        double[][] features = example.features();
        double[] chance = new double[features.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < chance.length; i++) {
            chance[i] = NewtonStep.dot(weights, features[i]);
            highest = Math.max(highest, chance[i]);
        }
        double all = 0;
        double right = 0;
        for (int i = 0; i < chance.length; i++) {
            chance[i] = Math.max(1e-300, Math.exp(chance[i] - highest));
            all += chance[i];
            right += example.right()[i] ? chance[i] : 0;
        }
        if (right == 0) {
            return 0;
        }
        double[] mean = new double[weights.length];
        for (int i = 0; i < chance.length; i++) {
            double share = chance[i] / all;
            step.slope(counts * ((example.right()[i] ? chance[i] / right : 0) - share), features[i]);
            step.bend(counts * share, features[i]);
            for (int j = 0; j < mean.length; j++) {
                mean[j] += share * features[i][j];
            }
        }
        step.bend(-counts, mean);
        return counts * Math.log(right / all);
    }
}
