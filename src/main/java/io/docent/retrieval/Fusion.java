package io.docent.retrieval;

import java.util.Arrays;

/**
 * Puts several scores of the same passages into one: each is stretched to [0, 1] between its lowest and its highest
 * value, then they are added up by weight (Lee 1997). A kind that tells no difference leaves its weight to the others.
 * Ranks are not used: on our data they lose to BM25 alone.
 */
final class Fusion {

    private Fusion() {}

    /**
     * Fuses scores into one for each passage.
     *
     * @param weights of the kinds of score; positive, adding up to 1
     * @param scores {@code [kind][passage]}
     * @return for each passage a number in [0, 1]
     */
    static double[] fuse(double[] weights, double[][] scores) {
        double[] fused = new double[scores[0].length];
        double told = 0;
        for (int kind = 0; kind < weights.length; kind++) {
            double lowest = Arrays.stream(scores[kind]).min().orElse(0);
            double range = Arrays.stream(scores[kind]).max().orElse(0) - lowest;
            if (range > 0) {
                told += weights[kind];
                for (int passage = 0; passage < fused.length; passage++) {
                    fused[passage] += weights[kind] * (scores[kind][passage] - lowest) / range;
                }
            }
        }
        for (int passage = 0; passage < fused.length && told > 0; passage++) {
            fused[passage] /= told;
        }
        return fused;
    }
}
