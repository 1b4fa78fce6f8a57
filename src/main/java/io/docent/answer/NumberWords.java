package io.docent.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** English words for numbers. */
final class NumberWords {

    static final Map<String, Double> CARDINALS = new HashMap<>();
    static final Map<String, Double> SCALES = Map.of(
            "hundred",
            1e2,
            "thousand",
            1e3,
            "million",
            1e6,
            "billion",
            1e9,
            "trillion",
            1e12,
            "millions",
            1e6,
            "billions",
            1e9,
            "dozen",
            12.0);
    static final Map<String, Double> ORDINALS = new HashMap<>();

    /** Times of day, in minutes. */
    static final Map<String, Double> CLOCK = Map.of("noon", 720.0, "midday", 720.0, "midnight", 0.0);

    private static final List<String> PARTS =
            List.of("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    static {
        List<String> small = List.of(
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen");
        for (int i = 0; i < small.size(); i++) {
            CARDINALS.put(small.get(i), (double) i);
        }
        List<String> tens = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
        for (int i = 0; i < tens.size(); i++) {
            CARDINALS.put(tens.get(i), 10.0 * (i + 2));
        }
        List<String> order = List.of(
                "first",
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                "seventh",
                "eighth",
                "ninth",
                "tenth",
                "eleventh",
                "twelfth",
                "thirteenth",
                "fourteenth",
                "fifteenth",
                "sixteenth",
                "seventeenth",
                "eighteenth",
                "nineteenth",
                "twentieth");
        for (int i = 0; i < order.size(); i++) {
            ORDINALS.put(order.get(i), (double) (i + 1));
        }
    }

    private NumberWords() {}

    static boolean isNumberWord(String lower) {
        return CARDINALS.containsKey(lower)
                || SCALES.containsKey(lower)
                || ORDINALS.containsKey(lower)
                || lower.equals("half")
                || lower.equals("twice")
                || CLOCK.containsKey(lower);
    }

    /** How many such parts make the whole: three for "third" and "thirds"; 0 where it is no part. */
    static int parts(String lower) {
        String singular = lower.equals("halves") ? "half" : lower.replaceFirst("s$", "");
        int at = PARTS.indexOf(singular);
        return at < 0 ? 0 : at == 2 ? 4 : at == 1 ? 3 : at == 0 ? 2 : at + 2;
    }

    /** Whether a word is the size of a number: million, hundreds. */
    static boolean isScale(String lower) {
        return scale(lower) > 1;
    }

    /** The same size, or one that a number in digits has. */
    static boolean sameScale(Word word, Word other) {
        double own = scale(word.lower());
        boolean digits = other.text().codePoints().anyMatch(Character::isDigit);
        return digits || scale(other.lower()) == own;
    }

    private static double scale(String lower) {
        String singular = lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
        return SCALES.getOrDefault(singular, 1.0);
    }
}
