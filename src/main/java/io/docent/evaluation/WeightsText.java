package io.docent.evaluation;

import io.docent.answer.ConfidenceFeature;
import io.docent.answer.SentenceFeature;
import io.docent.answer.Weights;
import java.util.Locale;

/** Writes weights as the resource that {@link Weights} reads. */
final class WeightsText {

    private WeightsText() {}

    /**
     * The resource's text.
     *
     * @param sentence in the order of {@link SentenceFeature}
     * @param confidence in the order of {@link ConfidenceFeature}, the bias last
     * @param madeFrom the data
     */
    @SuppressWarnings({"EnumOrdinal", "StringConcatToTextBlock"}) // a row of numbers in the order of the features
    static String of(double[] sentence, double[] confidence, double threshold, String madeFrom) {
        StringBuilder text =
                new StringBuilder("# What a sentence that may answer is judged by, and how sure an answer is.\n"
                        + "# Made by: docent train. Read by people, changed by nobody.\n");
        text.append("# Learnt from: ").append(madeFrom).append('\n');
        for (SentenceFeature feature : SentenceFeature.values()) {
            line(text, "sentence." + Weights.name(feature), sentence[feature.ordinal()]);
        }
        for (ConfidenceFeature feature : ConfidenceFeature.values()) {
            line(text, "confidence." + Weights.name(feature), confidence[feature.ordinal()]);
        }
        line(text, "confidence.bias", confidence[confidence.length - 1]);
        line(text, "confidence.threshold", threshold);
        return text.toString();
    }

    private static void line(StringBuilder text, String key, double value) {
        text.append(String.format(Locale.ROOT, "%s=%.3f\n", key, value));
    }
}
