package io.docent.evaluation;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** 95 % confidence intervals by drawing the questions again with replacement (Efron 1979); the same for every run. */
final class Bootstrap {

    private static final int DRAWS = 1_000;
    private static final long SEED = 20_261_123L;

    private Bootstrap() {}

    static Figure mean(String name, double[] values) {
        double[] means = new double[DRAWS];
        Random random = new Random(SEED);
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[draw] = sum / values.length;
        }
        return interval(name, Arrays.stream(values).average().orElse(0), values.length, means);
    }

    /** The sum of some numbers by the sum of others, both of the same questions. */
    static Figure ratio(String name, double[] parts, double[] wholes) {
        double[] ratios = new double[DRAWS];
        Random random = new Random(SEED);
        for (int draw = 0; draw < DRAWS; draw++) {
            double part = 0;
            double whole = 0;
            for (int i = 0; i < parts.length; i++) {
                int drawn = random.nextInt(parts.length);
                part += parts[drawn];
                whole += wholes[drawn];
            }
            ratios[draw] = whole == 0 ? 0 : part / whole;
        }
        double whole = Arrays.stream(wholes).sum();
        double value = whole == 0 ? 0 : Arrays.stream(parts).sum() / whole;
        return interval(name, value, parts.length, ratios);
    }

    /** A figure of answerable questions against others, each kind drawn for itself. */
    static Figure contrast(String name, Contrast scores, ToDoubleFunction<Contrast> figure) {
        double[] drawn = new double[DRAWS];
        Random random = new Random(SEED);
        for (int draw = 0; draw < DRAWS; draw++) {
            drawn[draw] = figure.applyAsDouble(
                    new Contrast(again(scores.answerable(), random), again(scores.unanswerable(), random)));
        }
        int count = scores.answerable().length + scores.unanswerable().length;
        return interval(name, figure.applyAsDouble(scores), count, drawn);
    }

    private static double[] again(double[] values, Random random) {
        double[] drawn = new double[values.length];
        Arrays.setAll(drawn, i -> values[random.nextInt(values.length)]);
        return drawn;
    }

    private static Figure interval(String name, double value, int count, double[] drawn) {
        Arrays.sort(drawn);
        return new Figure(name, value, count, drawn[DRAWS * 25 / 1000], drawn[DRAWS * 975 / 1000 - 1]);
    }
}
