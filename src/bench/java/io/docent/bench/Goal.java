package io.docent.bench;

/**
 * What a figure has to be.
 *
 * @param atLeast the bound is the lowest that will do, otherwise the highest
 * @param unit as it stands behind a number
 */
record Goal(boolean atLeast, double bound, String unit) {

    static Goal atLeast(double bound, String unit) {
        return new Goal(true, bound, unit);
    }

    static Goal atMost(double bound, String unit) {
        return new Goal(false, bound, unit);
    }

    boolean isMet(double value) {
        return atLeast ? value >= bound : value <= bound;
    }

    @Override
    public String toString() {
        return (atLeast ? "≥ " : "≤ ") + Rounds.number(bound).replaceFirst("\\.0+$|(?<=\\.\\d)0+$", "") + unit;
    }
}
