package io.docent.answer;

import io.docent.answer.Evidence.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words of degree that have to be borne out: all, most, only, daily, larger than. English. */
final class Degrees {

    private static final Set<String> UNIVERSAL = Set.of(
            "all", "every", "always", "only", "entirely", "exclusively", "everyone", "everything", "solely", "sole");
    private static final Set<String> BEARS_UNIVERSAL = Set.of(
            "all",
            "every",
            "each",
            "always",
            "only",
            "entirely",
            "exclusively",
            "everyone",
            "everything",
            "solely",
            "any",
            "whole",
            "entire",
            "both",
            "sole",
            "just",
            "except",
            "none",
            "no",
            "never",
            "must",
            "alone",
            "unique",
            "complete",
            "completely",
            "throughout",
            "full",
            "total",
            "100",
            "single");
    private static final Set<String> BEARS_ALL =
            without(BEARS_UNIVERSAL, "only", "sole", "solely", "just", "single", "alone");
    private static final Set<String> ONLY = Set.of("only", "exclusively", "solely", "sole");
    private static final Set<String> BEARS_ONLY = Set.of(
            "only",
            "exclusively",
            "solely",
            "sole",
            "just",
            "except",
            "none",
            "no",
            "not",
            "never",
            "must",
            "alone",
            "unique",
            "single",
            "unless",
            "until",
            "without",
            "cannot",
            "nothing",
            "nobody",
            "nowhere",
            "other",
            "one",
            "neither",
            "entirely",
            "all",
            "merely",
            "limited",
            "restricted");
    private static final Set<String> MOST = Set.of("most", "majority", "mostly", "mainly");
    private static final Set<String> BEARS_MOST = Set.of(
            "most",
            "majority",
            "mostly",
            "mainly",
            "primarily",
            "largely",
            "usually",
            "chiefly",
            "predominantly",
            "half",
            "bulk",
            "typically",
            "generally",
            "often",
            "commonly");

    /** Words of time that exclude each other. */
    private static final List<Set<String>> FREQUENCIES = List.of(
            Set.of("hourly", "hour"),
            Set.of("daily", "day", "everyday"),
            Set.of("weekly", "week"),
            Set.of("biweekly", "fortnightly"),
            Set.of("monthly", "month"),
            Set.of("quarterly", "quarter"),
            Set.of("yearly", "annual", "annually", "year"));

    private Degrees() {}

    /** Adds what a source does not bear out, as reasons for the reader. */
    static void missing(Statement claim, Unit unit, boolean isFree, List<String> missing) {
        Statement source = unit.statement();
        Optional<String> all = first(claim, UNIVERSAL).filter(word -> !isFree || !isOfNoDegree(claim, word));
        if (all.isPresent() && !source.hasAny(BEARS_UNIVERSAL)) {
            missing.add("it does not say “" + all.get() + "”");
        } else if (all.isPresent() && isFree && !ONLY.contains(all.get()) && !source.hasAny(BEARS_ALL)) {
            missing.add("it does not say “" + all.get() + "”");
        } else if (all.isPresent() && ONLY.contains(all.get()) && !source.hasAny(BEARS_ONLY)) {
            missing.add("it does not say “" + all.get() + "”");
        }
        if (saysNothingBut(claim) && !source.hasAny(BEARS_ONLY)) {
            missing.add("it does not say that nothing else is");
        }
        if (claim.hasAny(MOST) && !source.hasAny(BEARS_MOST) && !isSuperlative(source)) {
            first(claim, MOST).ifPresent(word -> missing.add("it does not say “" + word + "”"));
        }
        for (Set<String> frequency : FREQUENCIES) {
            Optional<String> said = claim.words().stream()
                    .map(Word::lower)
                    .filter(word -> word.endsWith("ly") || word.equals("annual"))
                    .filter(frequency::contains)
                    .findFirst();
            if (said.isPresent()
                    && !source.hasAny(frequency)
                    && !source.hasAny(plural(frequency))
                    && unit.context().stream().noneMatch(above -> above.hasAny(frequency))) {
                missing.add("it does not say “" + said.get() + "”");
            }
        }
        if (isComparison(claim) && !isComparison(source) && !(isFree && hasComparative(source))) {
            missing.add("it compares nothing");
        }
    }

    /** "Every morning" tells how often, "only to 4 cm" how much. */
    private static boolean isOfNoDegree(Statement claim, String said) {
        List<Word> words = claim.words();
        for (int at = 0; at + 1 < words.size(); at++) {
            if (words.get(at).lower().equals(said)) {
                String next = words.get(at + 1).lower();
                boolean time = MeasureUnit.named(next) != null || next.matches("morning|evening|night|time|use");
                boolean number = words.subList(at + 1, Math.min(words.size(), at + 3)).stream()
                        .anyMatch(word -> word.is(Word.Kind.NUMBER));
                return said.equals("every") ? time : said.equals("only") && number;
            }
        }
        return false;
    }

    /** Whether a word is looked at here, so that no other word has to cover it. */
    static boolean isOne(Word word) {
        return word.lower().equals("sole") || UNIVERSAL.contains(word.lower()) || MOST.contains(word.lower());
    }

    private static boolean saysNothingBut(Statement claim) {
        for (int at = 1; at < claim.words().size(); at++) {
            if (Negations.isOnly(
                    claim.words().get(at - 1).lower(), claim.words().get(at).lower())) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> without(Set<String> words, String... left) {
        Set<String> rest = new HashSet<>(words);
        List.of(left).forEach(rest::remove);
        return Set.copyOf(rest);
    }

    private static Set<String> plural(Set<String> words) {
        Set<String> plural = new HashSet<>();
        words.forEach(word -> plural.add(word + "s"));
        return plural;
    }

    private static Optional<String> first(Statement claim, Set<String> words) {
        return claim.words().stream().map(Word::lower).filter(words::contains).findFirst();
    }

    private static boolean isSuperlative(Statement source) {
        return source.words().stream().anyMatch(word -> word.lower().endsWith("est"));
    }

    /** "The shortfall", "more", "sooner": a comparison without "than". */
    private static boolean hasComparative(Statement statement) {
        return statement.words().stream()
                .map(Word::lower)
                .anyMatch(
                        word -> word.matches("more|less|fewer|shortfall|surplus|deficit|excess|unlike|whereas|instead")
                                || (word.endsWith("er") && Lexicon.english().isComparative(word)));
    }

    private static boolean isQuantity(Word word, Statement statement) {
        return word.is(Word.Kind.NUMBER)
                && statement.quantities().stream().anyMatch(quantity -> quantity.start() == word.start());
    }

    /** "Larger than", "more expensive than"; a bound of a number is looked at with the number. */
    private static boolean isComparison(Statement statement) {
        List<Word> words = statement.words();
        for (int at = 1; at < words.size(); at++) {
            boolean than = words.get(at).lower().equals("than");
            // "Than one of wheat" compares, with a pronoun.
            boolean number = at + 1 < words.size() && isQuantity(words.get(at + 1), statement);
            boolean rather = words.get(at - 1).lower().matches("rather|other");
            if (than && !number && !rather) {
                return true;
            }
        }
        return statement.hasAny(Set.of(
                "exceed",
                "exceeds",
                "exceeded",
                "outnumber",
                "outnumbered",
                "compared",
                "surpassed",
                "surpasses",
                "outperforms",
                "outperformed"));
    }
}
