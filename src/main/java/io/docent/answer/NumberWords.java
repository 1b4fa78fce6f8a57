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
                || lower.equals("twice");
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
