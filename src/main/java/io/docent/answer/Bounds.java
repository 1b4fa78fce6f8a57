package io.docent.answer;

import io.docent.answer.Quantity.Bound;
import java.util.List;
import java.util.Set;

/** How the words around a number limit it: "more than", "up to", "about". English. */
final class Bounds {

    private static final Set<String> AT_LEAST = Set.of(
            "at least",
            "more than",
            "over",
            "above",
            "exceeding",
            "exceeded",
            "exceed",
            "exceeds",
            "minimum of",
            "no less than",
            "no fewer than",
            "not less than",
            "greater than",
            "upwards of",
            "beyond",
            "as early as",
            "longer than",
            "larger than",
            "older than",
            "higher than",
            "surpassed",
            "surpassing");
    private static final Set<String> AT_MOST = Set.of(
            "at most",
            "less than",
            "up to",
            "under",
            "below",
            "fewer than",
            "no more than",
            "not more than",
            "maximum of",
            "smaller than",
            "lower than",
            "shorter than",
            "as much as",
            "as many as",
            "not exceed",
            "not exceeding",
            "limited to",
            "younger than");
    private static final Set<String> ABOUT = Set.of(
            "about",
            "approximately",
            "around",
            "roughly",
            "nearly",
            "almost",
            "some",
            "circa",
            "approx",
            "estimated",
            "estimated at",
            "close to",
            "just over",
            "just under",
            "slightly more than",
            "slightly less than",
            "an estimated",
            "ca",
            "more or");

    private Bounds() {}

    /**
     * What the words around a number make of it.
     *
     * @param from the number's first word
     * @param to after its last
     */
    static Bound of(List<Word> words, int from, int to) {
        for (int length = 3; length >= 1; length--) {
            if (from - length < 0) {
                continue;
            }
            StringBuilder before = new StringBuilder();
            words.subList(from - length, from)
                    .forEach(word -> before.append(word.lower()).append(' '));
            String phrase = before.toString().strip();
            if (ABOUT.contains(phrase)) {
                return Bound.ABOUT;
            }
            if (AT_LEAST.contains(phrase)) {
                return Bound.AT_LEAST;
            }
            if (AT_MOST.contains(phrase)) {
                return Bound.AT_MOST;
            }
        }
        for (int at = to; at + 1 < Math.min(words.size(), to + 3); at++) {
            String pair = words.get(at).lower() + " " + words.get(at + 1).lower();
            if (pair.equals("or more") || pair.equals("or longer") || pair.equals("or older")) {
                return Bound.AT_LEAST;
            }
            if (pair.equals("or less") || pair.equals("or fewer") || pair.equals("or younger")) {
                return Bound.AT_MOST;
            }
        }
        return Bound.NONE;
    }
}
