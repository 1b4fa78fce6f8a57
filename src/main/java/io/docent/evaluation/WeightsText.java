package io.docent.evaluation;

import io.docent.retrieval.Weights;
import java.util.List;
import java.util.Locale;

/** Writes weights as the resource that {@link Weights} reads. */
final class WeightsText {

    private final StringBuilder text = new StringBuilder();

    /** A line that people read. */
    void comment(String line) {
        text.append("# ").append(line).append('\n');
    }

    void comments(List<String> lines) {
        lines.forEach(line -> comment("  " + line));
    }

    /**
     * The weights of a model.
     *
     * @param kind what stands before the names of the features
     * @param weights in the order of the features; a further one is the bias
     */
    <F extends Enum<F>> void model(String kind, F[] features, double[] weights) {
        for (int i = 0; i < features.length; i++) {
            number(kind + "." + Weights.name(features[i]), weights[i]);
        }
        if (weights.length > features.length) {
            number(kind + ".bias", weights[features.length]);
        }
    }

    void number(String key, double value) {
        text.append(String.format(Locale.ROOT, "%s=%.3f\n", key, value));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
