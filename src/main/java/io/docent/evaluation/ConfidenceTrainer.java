package io.docent.evaluation;

import java.util.List;

/** Learns how sure an answer is, by logistic regression. The last weight is the bias. */
final class ConfidenceTrainer {

    private static final int MOST_STEPS = 100;
    private static final double CLOSE_ENOUGH = 1e-7;

    private final double ridge;

    ConfidenceTrainer(double ridge) {
        this.ridge = ridge;
    }

    double[] train(List<ConfidenceExample> examples) {
        int width = examples.getFirst().features().length;
        double[][] rows = examples.stream().map(ConfidenceExample::features).toArray(double[][]::new);
        double[] ridges = Scale.of(List.<double[][]>of(rows), width).ridge(ridge);
        ridges[width - 1] = 1e-6; // the bias is free
        double[] weights = new double[width];
        double moved = 1;
        for (int step = 0; step < MOST_STEPS && moved > CLOSE_ENOUGH; step++) {
            NewtonStep newton = new NewtonStep(weights, ridges);
            for (ConfidenceExample example : examples) {
                double sure = example.confidence(weights);
                newton.slope((example.answerable() ? 1 : 0) - sure, example.features());
                newton.bend(Math.max(sure * (1 - sure), 1e-6), example.features());
            }
            moved = newton.move(weights);
        }
        return weights;
    }
}
