package io.docent.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a sentence denies. English, and the plainest words of German, French and Spanish. */
final class Negations {

    private static final Set<String> WORDS = Set.of(
            "not",
            "no",
            "never",
            "none",
            "nobody",
            "nothing",
            "nowhere",
            "neither",
            "nor",
            "cannot",
            "without",
            "hardly",
            "scarcely",
            "barely",
            "unable",
            "lack",
            "lacks",
            "lacked",
            "lacking",
            "nicht",
            "kein",
            "keine",
            "keinen",
            "keiner",
            "nie",
            "niemals",
            "ohne",
            "jamais",
            "sin",
            "nunca",
            "ningún",
            "ninguna");

    /** "Failed to win". */
    private static final Set<String> BEFORE_TO = Set.of(
            "fail",
            "fails",
            "failed",
            "failing",
            "refuse",
            "refuses",
            "refused",
            "refusing",
            "decline",
            "declines",
            "declined",
            "unable",
            "neglected",
            "forgot");

    /** "Not only … but also" denies nothing. */
    private static final Set<String> TAKING_BACK = Set.of("only", "just", "merely", "solely", "necessarily");

    private static final int REACH = 4;

    private Negations() {}

    static boolean isIn(List<Word> words) {
        for (int at = 0; at < words.size(); at++) {
            if (denies(words, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean denies(List<Word> words, int at) {
        String word = words.get(at).lower();
        String next = at + 1 < words.size() ? words.get(at + 1).lower() : "";
        if (BEFORE_TO.contains(word) && next.equals("to")) {
            return true;
        }
        boolean cue = WORDS.contains(word) || word.endsWith("n't");
        boolean bound = word.equals("no")
                && Set.of("less", "fewer", "more", "later", "earlier").contains(next);
        return cue && !TAKING_BACK.contains(next) && !bound;
    }

    /** The first words of meaning behind each negation. */
    static Set<Integer> denied(List<Word> words) {
        Set<Integer> denied = new HashSet<>();
        for (int at = 0; at < words.size(); at++) {
            if (denies(words, at)) {
                int from = BEFORE_TO.contains(words.get(at).lower()) ? at + 1 : at;
                target(words, from).forEach(denied::add);
            }
        }
        return denied;
    }

    private static List<Integer> target(List<Word> words, int cue) {
        for (int at = cue + 1; at < Math.min(words.size(), cue + 1 + REACH); at++) {
            Word word = words.get(at);
            if (!word.is(Word.Kind.FUNCTION) && !word.lower().endsWith("ly")) {
                return List.of(at);
            }
        }
        return List.of();
    }
}
