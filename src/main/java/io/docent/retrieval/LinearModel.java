package io.docent.retrieval;

import java.util.Map;

/**
 * A sum of features, each with its weight.
 *
 * @param weights of the features
 */
public record LinearModel<F extends Enum<F>>(Map<F, Double> weights) {

    public LinearModel {
        weights = Map.copyOf(weights);
    }

    /** The sum; a feature that is not given counts nothing. */
    public double score(Map<F, Double> features) {
        double sum = 0;
        for (Map.Entry<F, Double> feature : features.entrySet()) {
            sum += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
        }
        return sum;
    }
}
