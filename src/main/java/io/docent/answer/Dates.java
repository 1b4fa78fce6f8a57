package io.docent.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Months by their English names. */
final class Dates {

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /** Ordinary words too, so that only a capital letter makes them months. */
    private static final List<String> SHORT =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private Dates() {}

    /** The month that a word names, 1 to 12. */
    static Optional<Integer> month(Word word) {
        return word.is(Word.Kind.NUMBER) && Character.isLetter(word.text().codePointAt(0))
                ? month(word.text())
                : Optional.empty();
    }

    static Optional<Integer> month(String text) {
        if (!Character.isUpperCase(text.codePointAt(0))) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        int whole = MONTHS.indexOf(lower);
        int at = whole >= 0 ? whole : lower.equals("sept") ? 8 : SHORT.indexOf(lower);
        return at < 0 ? Optional.empty() : Optional.of(at + 1);
    }

    static String name(int month) {
        String name = MONTHS.get(month - 1);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
