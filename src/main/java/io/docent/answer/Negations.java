package io.docent.answer;

import java.util.ArrayList;
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

    /** Words that deny in themselves, by their keys: a refusal, a ban, an exception. */
    private static final Set<String> IMPLICIT = keys(
            "lack fail failure refuse reject decline forbid ban prohibit prevent avoid exclude deny stop cease omit except"
                    + " exception unless neglect rather instead nothing impossible exempt withhold dismiss cancel"
                    + " missing absent absence unknown free waive abstain opposed skip miss yet");

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

    /** "Not take more than two" limits a number. */
    private static boolean limits(List<Word> words, int at) {
        for (int next = at + 1; next + 2 < Math.min(words.size(), at + 2 + REACH); next++) {
            boolean than = words.get(next + 1).lower().equals("than")
                    && words.get(next + 2).is(Word.Kind.NUMBER);
            if (than) {
                return true;
            }
        }
        return at + 2 < words.size()
                && words.get(at + 1).key().equals("exceed")
                && words.get(at + 2).is(Word.Kind.NUMBER);
    }

    static boolean denies(List<Word> words, int at) {
        String word = words.get(at).lower();
        String next = at + 1 < words.size() ? words.get(at + 1).lower() : "";
        if (BEFORE_TO.contains(word) && next.equals("to")) {
            return true;
        }
        boolean cue = WORDS.contains(word) || word.endsWith("n't");
        boolean bound = word.equals("no")
                && Set.of("less", "fewer", "more", "later", "earlier").contains(next);
        return cue
                && !TAKING_BACK.contains(next)
                && !bound
                && !isOnly(word, next)
                && !(word.matches("not|.*n't") && limits(words, at));
    }

    private static Set<String> keys(String words) {
        Set<String> keys = new HashSet<>();
        for (String word : words.split(" ")) {
            keys.add(Lexicon.english().key(word));
        }
        return Set.copyOf(keys);
    }

    /** Places of all words that deny, also of those that do so in themselves and are not in the other statement too. */
    static List<Integer> cues(Statement statement, Statement other) {
        List<Word> words = statement.words();
        Set<String> shared = other.keys();
        List<Integer> cues = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            boolean implicit = IMPLICIT.contains(word.key()) || isNegative(word);
            implicit &= !isInACondition(words, at);
            if (denies(words, at) || (implicit && !shared.contains(word.key()))) {
                cues.add(at);
            }
        }
        return cues;
    }

    /** "If the power fails" denies nothing. */
    private static boolean isInACondition(List<Word> words, int at) {
        return words.subList(Math.max(0, at - REACH), at).stream()
                .anyMatch(word -> Set.of("if", "when", "where", "once").contains(word.lower()));
    }

    /** "Unsuitable". */
    private static boolean isNegative(Word word) {
        return word.is(Word.Kind.CONTENT)
                && word.key().startsWith("un")
                && Lexicon.english().knows(word.key().substring(2));
    }

    /** "Nowhere but" is only. */
    static boolean isOnly(String word, String next) {
        return Set.of("nowhere", "nothing", "nobody", "none").contains(word)
                && Set.of("but", "except").contains(next);
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
            if (word.start() - words.get(at - 1).end() > 1) {
                return List.of(); // a comma or the like ends what is denied
            }
            if (!word.is(Word.Kind.FUNCTION) && !word.lower().endsWith("ly")) {
                return List.of(at);
            }
        }
        return List.of();
    }
}
