package io.docent.retrieval;

import java.util.function.ToIntFunction;

/**
 * How much finding a word says: its inverse document frequency, as far as the index is large enough to tell. A small
 * index says little of how rare a word is, least of one that it does not have; there the word's place in the language
 * counts, by Zipf's law. Immutable, for any thread.
 */
final class Rarity {

    /** Passages that an index must have for its own frequencies to count as much as the language's. */
    private static final double ENOUGH_PASSAGES = 100;

    /** Words of a passage, about. */
    private static final double PASSAGE_WORDS = 120;

    /** Share of the most frequent word in English text, about; the n-th has an n-th of it. */
    private static final double MOST_FREQUENT = 0.06;

    /** Where a word stands that is rarer than all that are ranked. */
    private static final int UNRANKED = 40_000;

    private final ToIntFunction<String> rank;

    /**
     * Knows how common words are.
     *
     * @param rank a word's place among the words of its language by frequency, from 1; 0 where it has none
     */
    Rarity(ToIntFunction<String> rank) {
        this.rank = rank;
    }

    /**
     * The word's weight.
     *
     * @param passages in the index
     * @param frequency how many of them have the word
     */
    double idf(String word, int frequency, int passages) {
        double own = Math.log(1 + (Math.max(0, passages - frequency) + 0.5) / (frequency + 0.5));
        return (passages * own + ENOUGH_PASSAGES * ofLanguage(word)) / (passages + ENOUGH_PASSAGES);
    }

    private double ofLanguage(String word) {
        int place = rank.applyAsInt(word);
        double share = MOST_FREQUENT / (place == 0 ? UNRANKED : place);
        return -Math.log(1 - Math.exp(-PASSAGE_WORDS * share));
    }
}
