package io.docent.answer;

import io.docent.answer.Evidence.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a sentence has to stand in a source to the letter: quantities with their units, dates, names, negations,
 * comparisons, opposites, and who did what to whom. English for the most part; numbers and names of any language.
 */
final class Facts {

    /** Characters between the two numbers of a range. */
    private static final int RANGE = 6;

    private Facts() {}

    /** What a unit does not bear out, each as a reason for the reader; empty where it bears all of it out. */
    static List<String> missing(Statement claim, Unit unit) {
        List<String> missing = new ArrayList<>();
        quantities(claim, unit, missing);
        months(claim, unit, missing);
        names(claim, unit, missing);
        opposites(claim, unit, missing);
        negations(claim, unit, missing);
        Degrees.missing(claim, unit.statement(), missing);
        return missing;
    }

    private static void quantities(Statement claim, Unit unit, List<String> missing) {
        List<Quantity> there = new ArrayList<>(unit.statement().quantities());
        unit.context().forEach(context -> there.addAll(context.quantities()));
        Set<String> words = new HashSet<>();
        unit.context().forEach(context -> words.addAll(context.lower()));
        for (Quantity quantity : claim.quantities()) {
            boolean unitIsAbove = words.stream().anyMatch(word -> isOfDimension(word, quantity));
            long borne = there.stream()
                    .filter(source -> quantity.isBorneOutBy(source, unitIsAbove || sharesUnit(source, quantity, there)))
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
            if (NumberWords.isScale(word.lower())
                    && unit.statement().words().stream().noneMatch(other -> NumberWords.sameScale(word, other))) {
                missing.add("“" + word.text() + "” is not there");
            }
        }
        times(claim, unit.statement(), missing);
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
                        && other.unit().dimension().equals(quantity.unit().dimension()));
    }

    /** "Every month" for "every year". */
    private static void times(Statement claim, Statement source, List<String> missing) {
        for (Word word : claim.words()) {
            MeasureUnit time = MeasureUnit.named(word.lower());
            if (time == null
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

    private static boolean isMeasured(Word word, Statement statement) {
        return statement.quantities().stream()
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

    private static void months(Statement claim, Unit unit, List<String> missing) {
        Set<Integer> there = new HashSet<>(unit.statement().months());
        unit.context().forEach(context -> there.addAll(context.months()));
        claim.months().stream()
                .filter(month -> !there.contains(month))
                .forEach(month -> missing.add("“" + Dates.name(month) + "” is not there"));
    }

    private static void names(Statement claim, Unit unit, List<String> missing) {
        Set<String> own = unit.statement().keys();
        Set<String> around = unit.contextKeys();
        around.addAll(unit.beforeKeys());
        List<Word> words = claim.words();
        boolean otherSubject = namesAnotherSubject(claim, unit);
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            if (!word.is(Word.Kind.NAME)
                    || Names.isAmong(word, own, unit.statement())
                    || Names.isAbbreviated(words, at, own)) {
                continue;
            }
            boolean above =
                    Names.isAmong(word, around, unit.context().getFirst()) || Names.isAbbreviated(words, at, around);
            if (!above || otherSubject || isReplaced(claim, at, unit.statement())) {
                missing.add("“" + word.text() + "” is not there");
            }
        }
    }

    /** Whether the source has another name in this one's place. */
    private static boolean isReplaced(Statement claim, int at, Statement source) {
        for (int other = 0; other < source.words().size(); other++) {
            Word found = source.words().get(other);
            if (found.is(Word.Kind.NAME)
                    && !Names.isAmong(found, claim.keys(), claim)
                    && isAligned(claim, at, source, other)) {
                return true;
            }
        }
        return false;
    }

    /** A sentence that begins with a name is about that one, whatever its title says. */
    private static boolean namesAnotherSubject(Statement claim, Unit unit) {
        List<Word> words = unit.statement().words();
        Optional<Word> first =
                words.stream().filter(word -> !word.is(Word.Kind.FUNCTION)).findFirst();
        return first.isPresent() && first.get().is(Word.Kind.NAME) && !Names.isAmong(first.get(), claim.keys(), claim);
    }

    private static void opposites(Statement claim, Unit unit, List<String> missing) {
        Lexicon lexicon = Lexicon.english();
        Statement source = unit.statement();
        Set<String> said = claim.keys();
        Set<String> there = source.keys();
        for (int at = 0; at < claim.words().size(); at++) {
            Word word = claim.words().get(at);
            if (there.contains(word.key()) || word.is(Word.Kind.NUMBER)) {
                continue;
            }
            for (int other = 0; other < source.words().size(); other++) {
                Word found = source.words().get(other);
                boolean opposite = lexicon.areOpposites(word.key(), found.key());
                boolean denied = claim.denied().contains(at) != source.denied().contains(other);
                boolean sure = isAligned(claim, at, source, other)
                        || (!said.contains(found.key()) && !hasSynonym(word, there));
                if (opposite && !denied && sure) {
                    missing.add("it says “" + found.text() + "”, not “" + word.text() + "”");
                    break;
                }
            }
        }
    }

    /** Whether two words have the same neighbour. */
    private static boolean isAligned(Statement claim, int at, Statement source, int other) {
        return neighbour(claim, at - 1).equals(neighbour(source, other - 1))
                || neighbour(claim, at + 1).equals(neighbour(source, other + 1));
    }

    private static String neighbour(Statement statement, int at) {
        List<Word> words = statement.words();
        return at < 0 || at >= words.size() ? "|" : words.get(at).key();
    }

    private static boolean hasSynonym(Word word, Set<String> keys) {
        return keys.stream().anyMatch(key -> Lexicon.english().areSynonyms(word.key(), key));
    }

    private static void negations(Statement claim, Unit unit, List<String> missing) {
        Statement source = unit.statement();
        for (int at : claim.denied()) {
            Word word = claim.words().get(at);
            int found = find(word, source);
            boolean borne = found < 0
                    ? isDenied(source) || hasOpposite(word, source)
                    : source.denied().contains(found);
            if (!borne && !deniedAnywhere(word, source)) {
                missing.add("it does not deny “" + word.text() + "”");
            }
        }
        for (int at : source.denied()) {
            Word word = source.words().get(at);
            int found = find(word, claim);
            if (found >= 0
                    && !claim.denied().contains(found)
                    && !affirmedAnywhere(word, source)
                    && !hasOpposite(word, claim)) {
                missing.add("it denies “" + word.text() + "”");
            }
        }
        if (claim.hasNegation() && claim.denied().isEmpty() && !isDenied(source)) {
            missing.add("it denies nothing");
        }
    }

    private static boolean isDenied(Statement source) {
        return source.hasNegation();
    }

    private static boolean deniedAnywhere(Word word, Statement source) {
        return source.denied().stream()
                .anyMatch(at -> isSame(word, source.words().get(at)));
    }

    private static boolean affirmedAnywhere(Word word, Statement source) {
        for (int at = 0; at < source.words().size(); at++) {
            if (!source.denied().contains(at) && source.words().get(at).key().equals(word.key())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasOpposite(Word word, Statement source) {
        return source.words().stream().anyMatch(other -> Lexicon.english().areOpposites(word.key(), other.key()));
    }

    private static int find(Word word, Statement in) {
        for (int at = 0; at < in.words().size(); at++) {
            if (in.words().get(at).key().equals(word.key())) {
                return at;
            }
        }
        for (int at = 0; at < in.words().size(); at++) {
            if (isSame(word, in.words().get(at))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isSame(Word word, Word other) {
        return word.key().equals(other.key())
                || Lexicon.english().areSynonyms(word.key(), other.key())
                || Lexicon.areRelated(word.key(), other.key());
    }
}
