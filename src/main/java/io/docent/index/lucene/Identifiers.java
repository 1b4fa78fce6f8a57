package io.docent.index.lucene;

import io.docent.index.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the words of a text that a prose tokenizer breaks or blunts: {@code PPR-9087}, {@code v1.2.3},
 * {@code ERR_CONN_42}, {@code snake_case}, {@code camelCase}, {@code C++}, {@code .NET}, paths and addresses.
 */
final class Identifiers {

    /** Nobody types a longer one; keys and hashes in a text are not words. */
    private static final int LONGEST = 120;

    private Identifiers() {}

    /** Identifiers as they stand, in lower case, each with the place of its parts. */
    static List<Identifier> in(String text) {
        List<Identifier> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            addWord(text, at, end, found);
            at = end;
        }
        return found;
    }

    private static void addWord(String text, int start, int end, List<Identifier> found) {
        int from = start;
        int to = end;
        while (from < to && !opens(text, from, to)) {
            from++;
        }
        while (to > from && !closes(text, from, to - 1)) {
            to--;
        }
        if (to - from < 2 || to - from > LONGEST || !isIdentifier(text, from, to)) {
            return;
        }
        String whole = text.substring(from, to).toLowerCase(Locale.ROOT);
        found.add(new Identifier(new Term(whole, from, to), parts(text, from, to)));
    }

    /** A letter, a digit, or the full stop of {@code .NET}. */
    private static boolean opens(String text, int at, int end) {
        return Character.isLetterOrDigit(text.charAt(at))
                || (text.charAt(at) == '.' && at + 1 < end && Character.isUpperCase(text.charAt(at + 1)));
    }

    /** A letter, a digit, or the signs of {@code C++} and {@code F#}. */
    private static boolean closes(String text, int start, int at) {
        char c = text.charAt(at);
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        if (c != '+' && c != '#') {
            return false;
        }
        int letters = at;
        while (letters > start && text.charAt(letters) == c) {
            letters--;
        }
        return at - letters <= 2 && Character.isLetter(text.charAt(letters));
    }

    private static boolean isIdentifier(String text, int from, int to) {
        boolean letter = false;
        boolean digit = false;
        boolean upperCase = false;
        boolean hump = false;
        boolean hyphen = false;
        boolean sign = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letter = true;
                upperCase |= Character.isUpperCase(c);
                hump |= i > from && isHump(text, i, to);
            } else if (Character.isDigit(c)) {
                digit = true;
            } else if (c == '-' || c == '\'' || c == '’') {
                hyphen |= c == '-';
            } else if ("_./:@#+\\=&$%~*".indexOf(c) >= 0) {
                sign = true;
            } else if (c < 128) {
                return false; // brackets, quotes and commas inside: two words that somebody wrote without a space
            }
        }
        return (letter && digit) || hump || sign || (hyphen && (digit || upperCase));
    }

    /** The parts of an identifier, cut at its signs, at its humps and between letters and digits. */
    private static List<Term> parts(String text, int from, int to) {
        List<Term> parts = new ArrayList<>();
        int start = from;
        for (int i = from; i <= to; i++) {
            boolean sign = i == to || !Character.isLetterOrDigit(text.charAt(i));
            if (sign || (i > start && cutsBefore(text, i, to))) {
                if (i > start) {
                    parts.add(new Term(text.substring(start, i).toLowerCase(Locale.ROOT), start, i));
                }
                start = sign ? i + 1 : i;
            }
        }
        return parts;
    }

    private static boolean cutsBefore(String text, int at, int to) {
        char before = text.charAt(at - 1);
        char here = text.charAt(at);
        if (Character.isDigit(before) != Character.isDigit(here)) {
            return true;
        }
        return isHump(text, at, to);
    }

    /** The {@code N} of {@code userName}, the {@code S} of {@code HTTPServer}; but not the {@code F} of {@code PDFs}. */
    private static boolean isHump(String text, int at, int to) {
        if (!Character.isUpperCase(text.charAt(at))) {
            return false;
        }
        boolean endOfCapitals = Character.isUpperCase(text.charAt(at - 1))
                && at + 2 < to
                && Character.isLowerCase(text.charAt(at + 1))
                && Character.isLowerCase(text.charAt(at + 2));
        return Character.isLowerCase(text.charAt(at - 1)) || endOfCapitals;
    }

    /**
     * An identifier of a text.
     *
     * @param whole as it stands, in lower case
     * @param parts what it is made of, in lower case
     */
    record Identifier(Term whole, List<Term> parts) {}
}
