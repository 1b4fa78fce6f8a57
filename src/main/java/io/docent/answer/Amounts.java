package io.docent.answer;

import io.docent.answer.Evidence.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the numbers of a sentence, their units and bounds, and its months stand in a source. */
final class Amounts {

    /** Characters between the two numbers of a range. */
    private static final int RANGE = 6;

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2100;

    /** "A year ahead", "every hour". */
    private static final Set<String> SINGLE = Set.of("a", "an", "one", "per", "each", "every", "single");

    private Amounts() {}

    /** Adds what a unit does not bear out, as reasons for the reader. */
    static void missing(Statement claim, Unit unit, boolean isFree, List<String> missing) {
        quantities(claim, unit, isFree, missing);
        times(claim, unit.statement(), missing);
        months(claim, unit, isFree, missing);
    }

    private static void quantities(Statement claim, Unit unit, boolean isFree, List<String> missing) {
        List<Quantity> there = new ArrayList<>(unit.statement().quantities());
        unit.context().forEach(context -> there.addAll(context.quantities()));
        Set<String> words = new HashSet<>();
        unit.context().forEach(context -> words.addAll(context.lower()));
        for (Quantity quantity : claim.quantities()) {
            if ((isFree || isAtFirst(quantity)) && isBorneOutAnotherWay(quantity, claim, unit)) {
                continue;
            }
            boolean unitIsAbove = words.stream().anyMatch(word -> isOfDimension(word, quantity));
            List<Quantity> measured = there.stream()
                    .map(source -> withItsUnit(source, quantity, unit.statement()))
                    .toList();
            long borne = measured.stream()
                    .filter(source ->
                            quantity.isBorneOutBy(source, unitIsAbove || sharesUnit(source, quantity, there), isFree))
                    .count();
            long said = claim.quantities().stream()
                    .filter(other -> other.value() == quantity.value()
                            && other.bound() == quantity.bound()
                            && (quantity.unit().equals(MeasureUnit.NONE)
                                    || quantity.unit().equals(other.unit())))
                    .count();
            if (borne == 0) {
                missing.add("“" + shown(quantity, claim) + "” is not there");
            } else if (said > borne) {
                missing.add("“" + quantity.text() + "” is not there twice");
            }
        }
        for (Word word : claim.words()) {
            // "Hundreds of", which is no quantity.
            boolean isRead =
                    claim.quantities().stream().anyMatch(one -> one.start() <= word.start() && one.end() >= word.end());
            if (NumberWords.isScale(word.lower())
                    && !isRead
                    && unit.statement().words().stream().noneMatch(other -> NumberWords.sameScale(word, other))) {
                missing.add("“" + word.text() + "” is not there");
            }
        }
    }

    private static boolean isOfDimension(String word, Quantity quantity) {
        MeasureUnit named = MeasureUnit.named(word);
        return named != null && named.dimension().equals(quantity.unit().dimension());
    }

    /** "From 5 to 7 percent": the unit stands behind the second number only. */
    private static boolean sharesUnit(Quantity source, Quantity quantity, List<Quantity> there) {
        return there.stream()
                .anyMatch(other -> other.start() > source.end()
                        && other.start() - source.end() <= RANGE
                        && other.unit().isComparableWith(quantity.unit()));
    }

    /** "Males measure up to 4 cm, females up to 6": a number that counts nothing has the unit of the one before. */
    private static Quantity withItsUnit(Quantity source, Quantity quantity, Statement statement) {
        if (!source.unit().equals(MeasureUnit.NONE)
                || !statement.quantities().contains(source)
                || !standsAlone(source, statement)) {
            return source;
        }
        return statement.quantities().stream()
                .filter(other -> !other.equals(source) && other.unit().isComparableWith(quantity.unit()))
                .filter(other -> !other.unit().equals(MeasureUnit.NONE))
                .findFirst()
                .map(other -> source.in(other.unit()))
                .orElse(source);
    }

    /** Whether nothing that a number could count follows it: "of which the region paid 8 million." */
    private static boolean standsAlone(Quantity quantity, Statement statement) {
        return !isYear(quantity)
                && statement.words().stream()
                        .filter(word -> word.start() >= quantity.end())
                        .findFirst()
                        .map(next -> next.is(Word.Kind.FUNCTION)
                                || !statement
                                        .text()
                                        .substring(quantity.end(), next.start())
                                        .isBlank())
                        .orElse(true);
    }

    /** What a sentence of its own words may say otherwise: "an hour", "both", a year that the passage is of, "at first". */
    private static boolean isBorneOutAnotherWay(Quantity quantity, Statement claim, Unit unit) {
        Statement source = unit.statement();
        if (quantity.unit().equals(MeasureUnit.ORDINAL)) {
            return quantity.value() == 1
                    && source.quantities().stream()
                            .filter(other -> other.unit().equals(MeasureUnit.ORDINAL))
                            .allMatch(other -> claim.quantities().stream()
                                    .anyMatch(said ->
                                            said.unit().equals(MeasureUnit.ORDINAL) && said.value() == other.value()));
        }
        if (quantity.unit().equals(MeasureUnit.NONE)) {
            boolean pair = quantity.value() == 2 && source.hasAny(Set.of("both", "pair", "couple", "twice"));
            boolean scale = source.words().stream()
                    .anyMatch(word -> NumberWords.SCALES.getOrDefault(word.lower(), 0.0) == quantity.value());
            return pair || scale || (isYear(quantity) && isTheYearOf(quantity, unit));
        }
        double value = quantity.value() * quantity.unit().factor();
        List<Word> words = source.words();
        for (int at = 1; at < words.size(); at++) {
            MeasureUnit one = MeasureUnit.named(words.get(at).lower());
            if (one != null
                    && one.isComparableWith(quantity.unit())
                    && one.factor() == value
                    && SINGLE.contains(words.get(at - 1).lower())) {
                return true;
            }
        }
        return false;
    }

    /** "First reported", which tells no order unless something else is second. */
    private static boolean isAtFirst(Quantity quantity) {
        return quantity.unit().equals(MeasureUnit.ORDINAL) && quantity.value() == 1;
    }

    private static boolean isYear(Quantity quantity) {
        return quantity.value() >= FIRST_YEAR
                && quantity.value() <= LAST_YEAR
                && quantity.digits().length() == 4;
    }

    /** Whether the passage names the year, and the sentence none. */
    private static boolean isTheYearOf(Quantity year, Unit unit) {
        return unit.statement().quantities().stream().noneMatch(Amounts::isYear)
                && unit.passage().stream()
                        .flatMap(one -> one.quantities().stream())
                        .anyMatch(other -> isYear(other) && other.value() == year.value());
    }

    /** "Every month" for "every year". */
    private static void times(Statement claim, Statement source, List<String> missing) {
        for (Word word : claim.words()) {
            MeasureUnit time = MeasureUnit.named(word.lower());
            if (time == null
                    || word.is(Word.Kind.NUMBER)
                    || word.lower().length() <= 3
                    || !time.dimension().matches("time|months")
                    || source.keys().contains(word.key())
                    || isMeasured(word, claim)) {
                continue;
            }
            double factor = time.factor();
            source.words().stream()
                    .filter(other -> other.lower().length() > 3 && !isMeasured(other, source))
                    .filter(other -> isOtherTime(other.lower(), factor))
                    .findFirst()
                    .ifPresent(other -> missing.add("it says “" + other.text() + "”, not “" + word.text() + "”"));
        }
    }

    private static boolean isOtherTime(String word, double factor) {
        MeasureUnit unit = MeasureUnit.named(word);
        return unit != null && unit.dimension().matches("time|months") && unit.factor() != factor;
    }

    /** Whether a word stands behind a number as its unit, or so near that it may. */
    static boolean isMeasured(Word word, Statement statement) {
        return MeasureUnit.named(word.lower()) != null
                && statement.quantities().stream()
                        .anyMatch(quantity -> !quantity.unit().equals(MeasureUnit.NONE)
                                && quantity.end() <= word.start()
                                && word.start() - quantity.end() <= 2);
    }

    private static String shown(Quantity quantity, Statement claim) {
        String limit =
                switch (quantity.bound()) {
                    case AT_LEAST -> "at least ";
                    case AT_MOST -> "at most ";
                    case ABOUT, NONE -> "";
                };
        return claim.text().contains(limit + quantity.text()) ? limit + quantity.text() : quantity.text();
    }

    private static void months(Statement claim, Unit unit, boolean isFree, List<String> missing) {
        Set<Integer> there = new HashSet<>(unit.statement().months());
        unit.context().forEach(context -> there.addAll(context.months()));
        if (isFree && unit.statement().months().isEmpty()) {
            unit.passage().forEach(one -> there.addAll(one.months()));
        }
        claim.months().stream()
                .filter(month -> !there.contains(month))
                .forEach(month -> missing.add("“" + Dates.name(month) + "” is not there"));
    }
}
