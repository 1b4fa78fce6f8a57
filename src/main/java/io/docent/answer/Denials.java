package io.docent.answer;

import java.util.List;
import java.util.Set;

/** Whether a sentence denies what a source denies, and nothing else. */
final class Denials {

    /** Words between a negation and what it is about, in a sentence that has words of its own. */
    private static final int NEAR = 7;

    private Denials() {}

    /** Adds what a source does not deny, or denies, as reasons for the reader. */
    static void missing(Statement claim, Statement source, boolean isFree, List<String> missing) {
        if (isFree) {
            free(claim, source, missing);
        } else {
            close(claim, source, missing);
        }
    }

    private static void close(Statement claim, Statement source, List<String> missing) {
        for (int at : claim.denied()) {
            Word word = claim.words().get(at);
            int found = find(word, source);
            boolean borne = found < 0
                    ? isDenied(source)
                            || hasOpposite(word, source)
                            || !Negations.cues(source, claim).isEmpty()
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
                    && !isDeniedBehind(word, claim)
                    && !affirmedAnywhere(word, source)
                    && !hasOpposite(word, claim)) {
                missing.add("it denies “" + word.text() + "”");
            }
        }
        if (claim.hasNegation() && claim.denied().isEmpty() && !isDenied(source)) {
            missing.add("it denies nothing");
        }
    }

    /** In words of its own a sentence denies the same thing by other words: "unsuitable", "except", "free of charge". */
    private static void free(Statement claim, Statement source, List<String> missing) {
        List<Integer> there = Negations.cues(source, claim);
        List<Integer> said = Negations.cues(claim, source);
        for (int at : claim.denied()) {
            Word word = claim.words().get(at);
            int found = find(word, source);
            boolean borne = found < 0
                    ? !there.isEmpty() || hasOpposite(word, source) || source.hasAny(Set.of("only", "sole", "solely"))
                    : (source.hasNegation() && !source.words().get(found).key().equals(word.key()))
                            || deniedAnywhere(word, source)
                            || isNear(found, there, source)
                            || hasOpposite(word, source);
            if (!borne) {
                missing.add("it does not deny “" + word.text() + "”");
            }
        }
        for (int at : source.denied()) {
            Word word = source.words().get(at);
            int found = find(word, claim);
            if (found >= 0
                    && !deniedAnywhere(word, claim)
                    && !isNear(found, said, claim)
                    && !affirmedAnywhere(word, source)
                    && !hasOpposite(word, claim)) {
                missing.add("it denies “" + word.text() + "”");
            }
        }
        if (claim.hasNegation() && claim.denied().isEmpty() && there.isEmpty()) {
            missing.add("it denies nothing");
        }
    }

    /** Whether one of the words that deny is in the same clause. */
    private static boolean isNear(int at, List<Integer> cues, Statement statement) {
        return cues.stream()
                .anyMatch(cue -> endsClause(statement, cue)
                        || (Math.abs(cue - at) <= NEAR
                                && !isApart(statement, Math.min(cue, at), Math.max(cue, at), cue)));
    }

    /** "The nozzle may not", "filters none": what is denied was said before. */
    private static boolean endsClause(Statement statement, int cue) {
        return Negations.denies(statement.words(), cue)
                && (cue + 1 >= statement.words().size()
                        || Statement.between(statement.text(), statement.words(), cue + 1)
                                .matches("(?s).*[,;:.].*"));
    }

    private static boolean isApart(Statement statement, int from, int to, int cue) {
        for (int at = from + 1; at <= to; at++) {
            String word = statement.words().get(at).lower();
            boolean stops =
                    Statement.between(statement.text(), statement.words(), at).matches("(?s).*[;:.].*");
            boolean joins = word.equals("and") && cue > at && cue - at <= 2;
            if (stops || joins || Set.of("but", "while", "whereas").contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** "Cockerels are not allowed": what is denied stands before the negation. */
    private static boolean isDeniedBehind(Word word, Statement claim) {
        List<Word> words = claim.words();
        for (int at = 0; at + 1 < words.size(); at++) {
            boolean next = Negations.denies(words, at + 1)
                    || (at + 2 < words.size()
                            && words.get(at + 1).is(Word.Kind.FUNCTION)
                            && Negations.denies(words, at + 2));
            if (next && isSame(word, words.get(at))) {
                return true;
            }
        }
        return false;
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
