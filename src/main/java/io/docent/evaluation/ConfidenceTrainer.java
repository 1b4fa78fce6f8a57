package io.docent.evaluation;

import java.util.List;

/** Learns how sure an answer is, by logistic regression. The last weight is the bias. */
final class ConfidenceTrainer {

    private final double ridge;

    /** With what a weight costs, the features all having one spread. */
    ConfidenceTrainer(double ridge) {
        this.ridge = ridge;
    }

    double[] train(List<ConfidenceExample> examples) {
        int width = examples.getFirst().features().length;
        double[][] rows = examples.stream().map(ConfidenceExample::features).toArray(double[][]::new);
        double[] cost = Scale.of(List.<double[][]>of(rows), width).ridge(ridge);
        cost[width - 1] = 1e-6; // the bias is free
        return Newton.climb(
                (weights, step) -> examples.stream()
                        .mapToDouble(example -> add(example, weights, step))
                        .sum(),
                new Ridge(new double[width], cost));
    }

    private static double add(ConfidenceExample example, double[] weights, NewtonStep step) {
        double sure = example.confidence(weights);
        step.slope(example.weight() * ((example.answerable() ? 1 : 0) - sure), example.features());
        step.bend(example.weight() * Math.max(sure * (1 - sure), 1e-6), example.features());
        return example.weight() * Math.log(Math.max(1e-300, example.answerable() ? sure : 1 - sure));
    }
}
