package io.docent.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words of degree that have to be borne out: all, most, only, daily, larger than. English. */
final class Degrees {

    private static final Set<String> UNIVERSAL =
            Set.of("all", "every", "always", "only", "entirely", "exclusively", "everyone", "everything", "solely");
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
    static void missing(Statement claim, Statement source, List<String> missing) {
        if (claim.hasAny(UNIVERSAL) && !source.hasAny(BEARS_UNIVERSAL)) {
            first(claim, UNIVERSAL).ifPresent(word -> missing.add("it does not say “" + word + "”"));
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
            if (said.isPresent() && !source.hasAny(frequency) && !source.hasAny(plural(frequency))) {
                missing.add("it does not say “" + said.get() + "”");
            }
        }
        if (isComparison(claim) && !isComparison(source)) {
            missing.add("it compares nothing");
        }
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

    /** "Larger than", "more expensive than"; a bound of a number is looked at with the number. */
    private static boolean isComparison(Statement statement) {
        List<Word> words = statement.words();
        for (int at = 1; at < words.size(); at++) {
            boolean than = words.get(at).lower().equals("than");
            boolean number = at + 1 < words.size() && words.get(at + 1).is(Word.Kind.NUMBER);
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
