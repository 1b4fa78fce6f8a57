package io.docent.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A sentence taken apart into what can be compared: its words, its quantities, its months, and which of its words are
 * denied.
 *
 * @param text the sentence, or the one that it is a part of; offsets count in it
 * @param words in their order, numbers among them
 * @param quantities in their order
 * @param months named or in a date, 1 to 12
 * @param denied positions of the words that a negation is about
 * @param hasNegation whether anything in it denies
 * @param keys of all words, those that carry no meaning included
 */
record Statement(
        String text,
        List<Word> words,
        List<Quantity> quantities,
        Set<Integer> months,
        Set<Integer> denied,
        boolean hasNegation,
        Set<String> keys) {

    Statement {
        words = List.copyOf(words);
        quantities = List.copyOf(quantities);
        months = Set.copyOf(months);
        denied = Set.copyOf(denied);
        keys = Set.copyOf(keys);
    }

    List<Word> of(Word.Kind kind) {
        return words.stream().filter(word -> word.is(kind)).toList();
    }

    /** Keys of words, for the constructor. */
    static Set<String> keysOf(List<Word> words) {
        Set<String> keys = new HashSet<>();
        words.forEach(word -> keys.add(word.key()));
        return keys;
    }

    /** Words as they are written, in lower case. */
    Set<String> lower() {
        Set<String> lower = new HashSet<>();
        words.forEach(word -> lower.add(word.lower()));
        return lower;
    }

    /** Whether two words follow each other. */
    boolean hasInARow(String key, String next) {
        for (int at = 1; at < words.size(); at++) {
            if (words.get(at - 1).key().equals(key) && words.get(at).key().equals(next)) {
                return true;
            }
        }
        return false;
    }

    boolean hasAny(Collection<String> lowerWords) {
        return words.stream().anyMatch(word -> lowerWords.contains(word.lower()));
    }

    /** What stands between a word and the one before it; pairs of ideographs overlap, with nothing between them. */
    static String between(String text, List<Word> words, int at) {
        int from = words.get(at - 1).end();
        return text.substring(from, Math.max(from, words.get(at).start()));
    }

    /** Names and content words. */
    List<Word> meaningful() {
        return words.stream()
                .filter(word -> word.is(Word.Kind.CONTENT) || word.is(Word.Kind.NAME))
                .toList();
    }

    /** A part of it as a statement of its own: words {@code [from, to)}. */
    Statement part(int from, int to) {
        List<Word> some = words.subList(from, to);
        int start = some.getFirst().start();
        int end = some.getLast().end();
        List<Quantity> measured = quantities.stream()
                .filter(quantity -> quantity.start() >= start && quantity.end() <= end)
                .toList();
        Set<Integer> negated = new HashSet<>();
        denied.stream().filter(at -> at >= from && at < to).forEach(at -> negated.add(at - from));
        Set<Integer> own = new HashSet<>();
        some.forEach(word -> Dates.month(word).ifPresent(own::add));
        List<Word> copied = new ArrayList<>(some);
        return new Statement(
                text, copied, measured, own, negated, !negated.isEmpty() || Negations.isIn(copied), keysOf(copied));
    }
}
