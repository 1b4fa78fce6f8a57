package io.docent.evaluation;

import java.util.List;

/**
 * Learns what a sentence is judged by: the weights under which the right sentence of each question is most likely the
 * one chosen among all (a conditional logit, McFadden 1974; with several right ones, any of them). A difference of two
 * sentences' scores is then the logarithm of how many times likelier one of them is.
 */
final class SentenceTrainer {

    private static final int MOST_STEPS = 200;
    private static final double CLOSE_ENOUGH = 1e-6;

    private final double ridge;

    /** With what a weight costs, the features all having one spread. */
    SentenceTrainer(double ridge) {
        this.ridge = ridge;
    }

    double[] train(List<SentenceExample> examples) {
        int width = examples.getFirst().features()[0].length;
        Scale scale = Scale.of(examples.stream().map(SentenceExample::features).toList(), width);
        double[] weights = new double[width];
        double moved = 1;
        for (int step = 0; step < MOST_STEPS && moved > CLOSE_ENOUGH; step++) {
            NewtonStep newton = new NewtonStep(weights, scale.ridge(ridge));
            for (SentenceExample example : examples) {
                add(example, weights, newton);
            }
            moved = newton.move(weights);
        }
        return weights;
    }

    /**
     * The curvature is that of all sentences alone, which bounds the likelihood's own: every step goes up, wherever it
     * starts.
     */
    private static void add(SentenceExample example, double[] weights, NewtonStep newton) {
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
            chance[i] = Math.exp(chance[i] - highest);
            all += chance[i];
            right += example.right()[i] ? chance[i] : 0;
        }
        if (right == 0) {
            return;
        }
        double[] mean = new double[weights.length];
        for (int i = 0; i < chance.length; i++) {
            double share = chance[i] / all;
            newton.slope((example.right()[i] ? chance[i] / right : 0) - share, features[i]);
            newton.bend(share, features[i]);
            for (int j = 0; j < mean.length; j++) {
                mean[j] += share * features[i][j];
            }
        }
        newton.bend(-1, mean);
    }
}
