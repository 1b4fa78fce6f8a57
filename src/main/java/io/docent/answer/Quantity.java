package io.docent.answer;

import java.util.Locale;

/**
 * A number of a statement with what it measures.
 *
 * @param value of the number, scaled by "million" and the like
 * @param unit what it measures; {@link MeasureUnit#NONE} where that is no known unit
 * @param bound whether it is a limit
 * @param text as it is written, for the reader
 * @param digits as they are written, without separators
 * @param start offset in the statement's text
 * @param end offset after its last character
 */
record Quantity(double value, MeasureUnit unit, Bound bound, String text, String digits, int start, int end) {

    /** How a number limits what it is said of. */
    enum Bound {
        NONE,
        ABOUT,
        AT_LEAST,
        AT_MOST
    }

    /** More is reckoned with no more: of numbers of hundreds of digits only these tell whether two are one. */
    private static final double LARGEST = 1e300;

    private static final double LARGEST_COMPARED = 1e250;

    private static final double ROUNDED = 0.06;
    private static final double NEAR = 0.2;

    /** Between units, a factor is not exact; 3 miles are 4.8 km. */
    private static final double CONVERTED = 0.015;

    private static final double EXACT = 1e-9;
    private static final double FRACTION = 0.0101;

    Quantity {
        value = Math.clamp(value, -LARGEST, LARGEST);
    }

    /**
     * Whether another quantity, of a source, says what this one says.
     *
     * @param unitIsElsewhere whether the source has the unit in another place than behind the number
     * @param isFree whether the sentence has words of its own: "it is 5 by default" then bears out "up to five times"
     */
    boolean isBorneOutBy(Quantity source, boolean unitIsElsewhere, boolean isFree) {
        if (!sameUnit(source, unitIsElsewhere)) {
            return false;
        }
        boolean comparable = unit.equals(MeasureUnit.NONE)
                || source.unit.equals(MeasureUnit.NONE)
                || unit.factor() == source.unit.factor();
        double own = comparable ? value : value * unit.factor();
        double others = comparable ? source.value : source.value * source.unit.factor();
        boolean equal = comparable
                ? close(own, others, isFraction() || source.isFraction() ? FRACTION : 0)
                        || (!digits.isEmpty() && digits.equals(source.digits))
                : close(own, others, unit.isExactIn(source.unit) ? EXACT : CONVERTED);
        boolean rounder = significant(own) < significant(others);
        boolean exact = source.bound == Bound.NONE;
        return switch (bound) {
            case NONE -> equal;
            case ABOUT -> equal || (rounder && close(own, others, ROUNDED));
            case AT_LEAST ->
                equal
                        ? source.bound == Bound.AT_LEAST || (isFree && exact)
                        : exact && rounder && others > own && close(own, others, NEAR);
            case AT_MOST ->
                equal
                        ? source.bound == Bound.AT_MOST || (isFree && exact)
                        : exact && rounder && others < own && close(own, others, NEAR);
        };
    }

    /** The same number of another unit. */
    Quantity in(MeasureUnit other) {
        return new Quantity(value, other, bound, text, digits, start, end);
    }

    /** Digits that are not zeros at the end. */
    private static int significant(double value) {
        String digits = new java.math.BigDecimal(String.valueOf(value))
                .stripTrailingZeros()
                .unscaledValue()
                .toString();
        return digits.length();
    }

    private boolean sameUnit(Quantity source, boolean unitIsElsewhere) {
        if (unit.equals(MeasureUnit.NONE)) {
            return !source.unit.equals(MeasureUnit.CLOCK) || digits.equals(source.digits);
        }
        if (unit.equals(MeasureUnit.ORDINAL) && source.unit.equals(MeasureUnit.NONE)) {
            return true;
        }
        return source.unit.equals(MeasureUnit.NONE) ? unitIsElsewhere : unit.isComparableWith(source.unit);
    }

    /** A third is 33 per cent. */
    private boolean isFraction() {
        return digits.isEmpty() && unit.dimension().equals("share");
    }

    private static boolean close(double one, double other, double tolerance) {
        double larger = Math.max(Math.abs(one), Math.abs(other));
        return larger < LARGEST_COMPARED && Math.abs(one - other) <= tolerance * larger;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s (%s %s %s)", text, value, unit.dimension(), bound);
    }
}
