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
