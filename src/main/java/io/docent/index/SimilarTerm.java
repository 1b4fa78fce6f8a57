package io.docent.index;

import java.util.Comparator;
import java.util.List;

/**
 * A word of the index that is a slip of the finger away from another.
 *
 * @param text the word
 * @param nearness to the other, the higher the nearer
 * @param frequency in how many passages it stands
 */
public record SimilarTerm(String text, double nearness, int frequency) {

    /** In letters; of a shorter word, one letter is too much of it to guess. */
    public static final int SHORTEST = 4;

    private static final int LONG = 8;

    /** Whether a word may be a slip: of one with a digit, every letter counts. */
    public static boolean mayBeMisspelt(String term) {
        return letters(term) >= SHORTEST && term.codePoints().allMatch(Character::isLetter);
    }

    /** How many letters may be changed, added, left out or exchanged, 1 or 2. */
    public static int edits(String term) {
        return letters(term) < LONG ? 1 : 2;
    }

    private static int letters(String term) {
        return term.codePointCount(0, term.length());
    }

    /** The nearest first, then the most frequent; without the word itself. */
    public static List<String> best(String term, List<SimilarTerm> found, int limit) {
        return found.stream()
                .filter(one -> !one.text.equals(term))
                .sorted(Comparator.comparingDouble(SimilarTerm::nearness)
                        .thenComparingInt(SimilarTerm::frequency)
                        .reversed())
                .limit(limit)
                .map(SimilarTerm::text)
                .toList();
    }
}
