package io.docent.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One quantity, measured once in every round.
 *
 * @param values in the order of the rounds; at least one
 */
record Rounds(List<Double> values) {

    Rounds {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a quantity has a value in at least one round");
        }
    }

    static Rounds of(double value) {
        return new Rounds(List.of(value));
    }

    double median() {
        return at(0.5);
    }

    /**
     * The value that a share of all is not above.
     *
     * @param share in [0, 1]
     */
    double at(double share) {
        List<Double> sorted = values.stream().sorted().toList();
        int above = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.clamp(above - 1L, 0, sorted.size() - 1));
    }

    /** Round by round, this by the other: what slows one round down slows both of its sides. */
    Rounds by(Rounds other) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < values.size(); round++) {
            ratios.add(values.get(round) / other.values.get(round));
        }
        return new Rounds(ratios);
    }

    Rounds times(double factor) {
        return new Rounds(values.stream().map(value -> value * factor).toList());
    }

    /** The median, and the lowest and the highest beside it where there are several. */
    String with(String unit) {
        return values.size() == 1
                ? number(values.getFirst()) + unit
                : "%s%s (%s–%s)".formatted(number(median()), unit, number(at(0)), number(at(1)));
    }

    /** With as many digits as are worth reading. */
    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }
}
