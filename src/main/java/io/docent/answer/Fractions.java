package io.docent.answer;

import io.docent.answer.Quantity.Bound;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shares in words: a third of, two thirds, one in ten, half an hour. English. */
final class Fractions {

    /** More than that is a year: "one in 2019". */
    private static final double LARGEST = 1_000;

    private Fractions() {}

    /**
     * The fraction that begins with a word, if one does.
     *
     * @param words of the statement
     */
    static Optional<Fraction> at(List<Word> words, int from) {
        Optional<Fraction> parts = parts(words, from);
        return parts.isPresent() ? parts : oneIn(words, from);
    }

    /** "A third of", "one third", "two thirds", "three quarters of an hour", "half an hour". */
    private static Optional<Fraction> parts(List<Word> words, int from) {
        String first = words.get(from).lower();
        int at = first.equals("half") ? from : from + 1;
        if (at >= words.size() || words.get(at).lower().equals("second")) {
            return Optional.empty();
        }
        int parts = NumberWords.parts(words.get(at).lower());
        double count = first.equals("half") || Set.of("a", "an").contains(first)
                ? 1
                : NumberWords.CARDINALS.getOrDefault(first, 0.0);
        boolean counted = count > 1 == words.get(at).lower().matches(".*(s|halves)");
        boolean of = word(words, at + 1).equals("of");
        boolean sure = first.equals("half") || NumberWords.CARDINALS.containsKey(first) || of;
        if (parts == 0 || count == 0 || !counted || !sure || count >= parts) {
            return Optional.empty();
        }
        int next = of ? at + 2 : at + 1;
        boolean measure = Set.of("a", "an").contains(word(words, next));
        MeasureUnit unit = MeasureUnit.named(word(words, measure ? next + 1 : next));
        boolean half = first.equals("half") && next == at + 1;
        if (unit != null && (measure || half) && !unit.dimension().equals("share")) {
            return Optional.of(new Fraction(count / parts, unit, at + 1, measure ? next + 2 : next + 1));
        }
        return Optional.of(new Fraction(100.0 * count / parts, percent(), at + 1, at + 1));
    }

    /** "One in three", "3 out of 10". */
    private static Optional<Fraction> oneIn(List<Word> words, int from) {
        double count = number(words, from);
        int at = from + 1;
        if (word(words, at).equals("out") && word(words, at + 1).equals("of")) {
            at++;
        } else if (!word(words, at).equals("in")) {
            return Optional.empty();
        }
        double whole = number(words, at + 1);
        return count > 0 && whole > count && whole <= LARGEST
                ? Optional.of(new Fraction(100 * count / whole, percent(), at + 2, at + 2))
                : Optional.empty();
    }

    private static double number(List<Word> words, int at) {
        String word = word(words, at);
        return word.matches("\\d{1,4}") ? Double.parseDouble(word) : NumberWords.CARDINALS.getOrDefault(word, 0.0);
    }

    private static String word(List<Word> words, int at) {
        return at < words.size() ? words.get(at).lower() : "";
    }

    private static MeasureUnit percent() {
        MeasureUnit percent = MeasureUnit.named("%");
        return percent == null ? MeasureUnit.NONE : percent;
    }

    /**
     * A fraction.
     *
     * @param value in its unit
     * @param unit a share, or what it is a part of: "half an hour"
     * @param to after its last word
     * @param end after the last word of its unit
     */
    record Fraction(double value, MeasureUnit unit, int to, int end) {

        Quantity quantity(List<Word> words, int from, String text) {
            int start = words.get(from).start();
            String shown = text.substring(start, words.get(end - 1).end());
            return new Quantity(
                    value,
                    unit,
                    bound(words, from),
                    shown,
                    "",
                    start,
                    words.get(to - 1).end());
        }

        private Bound bound(List<Word> words, int from) {
            return Bounds.of(words, from, to);
        }
    }
}
