package io.docent.passage;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words whose full stop does not, or need not, end a sentence. */
final class Abbreviations {

    /** Followed by what they belong to: never the end. */
    private static final Set<String> NEVER_LAST = Set.of(
            "mr", "mrs", "ms", "mx", "dr", "prof", "st", "messrs", "mme", "mlle", "hr", "fr", "frl", "sra", "srta",
            "rev", "hon", "gen", "col", "maj", "capt", "cpt", "lt", "sgt", "cmdr", "adm", "gov", "sen", "rep", "pres",
            "supt", "insp", "det", "vs", "v", "e.g", "i.e", "eg", "ie", "cf", "viz", "al", "z.b", "d.h", "u.a", "bzw",
            "vgl", "ca", "inkl", "zzgl", "ggf", "evtl", "bspw", "sog", "einschl", "mind", "approx", "resp", "incl",
            "excl", "p.ex", "por ej", "mt", "ft", "ing", "dipl");

    /** Stand before a number. */
    private static final Set<String> BEFORE_A_NUMBER = Set.of(
            "no", "nos", "nr", "num", "fig", "figs", "eq", "eqs", "sec", "sect", "ch", "chap", "vol", "p", "pp", "art",
            "abs", "abb", "tab", "para", "cl", "ver", "v", "rel", "op", "pt", "app", "ref", "refs", "ex", "l", "ll",
            "§", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    /** End a sentence only where the next word is one that sentences start with. */
    private static final Set<String> SOMETIMES_LAST = Set.of(
            "inc", "ltd", "co", "corp", "llc", "plc", "gmbh", "bros", "jr", "sr", "esq", "ph.d", "m.d", "b.a", "m.a",
            "d.c", "u.s", "u.s.a", "u.k", "u.n", "e.u", "a.m", "p.m", "etc", "usw", "mwst", "dept", "univ", "assn",
            "ave", "blvd", "rd", "est", "ed", "eds", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "b.c", "a.d",
            "b.c.e", "c.e", "max", "min", "avg", "misc", "tel", "ext", "orig", "trans", "repr", "dist", "intl", "natl",
            "govt");

    /** Of the languages that write a day with a full stop. */
    private static final Set<String> MONTHS_AFTER_A_DAY = Set.of(
            "Januar",
            "Jänner",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember");

    private static final Set<String> SENTENCE_OPENERS = Set.of(
            "the",
            "this",
            "that",
            "these",
            "those",
            "it",
            "its",
            "he",
            "she",
            "they",
            "we",
            "i",
            "you",
            "in",
            "on",
            "at",
            "a",
            "an",
            "but",
            "and",
            "or",
            "however",
            "if",
            "when",
            "while",
            "after",
            "before",
            "as",
            "for",
            "from",
            "his",
            "her",
            "their",
            "our",
            "there",
            "here",
            "although",
            "because",
            "since",
            "to",
            "with",
            "by",
            "what",
            "who",
            "how",
            "why",
            "where",
            "which",
            "some",
            "many",
            "most",
            "all",
            "no",
            "not",
            "one",
            "two",
            "both",
            "each",
            "such",
            "so",
            "then",
            "also",
            "another",
            "other",
            "during",
            "under",
            "over",
            "once",
            "until",
            "despite",
            "today",
            "now",
            "yes",
            "nobody",
            "nothing",
            "everyone",
            "everything",
            "someone",
            "only",
            "even",
            "perhaps",
            "later",
            "meanwhile",
            "instead",
            "thus",
            "therefore",
            "moreover",
            "finally",
            "first",
            "next",
            "every",
            "any",
            "few",
            "several",
            "more",
            "my",
            "your",
            "can",
            "danach",
            "dann",
            "diese",
            "dieser",
            "dieses",
            "please",
            "see",
            "use",
            "let",
            "do",
            "does",
            "did",
            "is",
            "are",
            "was",
            "der",
            "die",
            "das",
            "ein",
            "eine",
            "es",
            "er",
            "sie",
            "wir",
            "im",
            "am",
            "le",
            "la",
            "les",
            "il",
            "elle",
            "el",
            "los",
            "las",
            "un",
            "una",
            "une");

    /** "J.R.R" of "J.R.R. Tolkien". */
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.)+\\p{Lu}");

    private static final Pattern LETTER_AND_STOP = Pattern.compile("\\p{L}\\.,?");

    private Abbreviations() {}

    /**
     * Whether the full stop after {@code word} leaves its sentence open.
     *
     * @param before the word before {@code word}, empty where there is none
     * @param word what stands before the full stop, inner full stops included
     * @param next the first word after the white space behind the full stop, empty where there is none
     */
    static boolean keepOpen(String before, String word, String next) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (NEVER_LAST.contains(lower)) {
            return true;
        }
        if (BEFORE_A_NUMBER.contains(lower)
                && !next.isEmpty()
                && (Character.isDigit(next.charAt(0)) || next.matches("[IVXLC]+\\W*"))) {
            return true;
        }
        if (isLetterOfSeveral(word, next)) {
            return true;
        }
        if (SOMETIMES_LAST.contains(lower) || INITIALS.matcher(word).matches()) {
            return !opensASentence(next);
        }
        return (isInitial(before, word) && !opensASentence(next)) || isDay(word, next);
    }

    /** "z" of "z. B." and "J" of "J. K. Rowling". */
    private static boolean isLetterOfSeveral(String word, String next) {
        return word.length() == 1
                && Character.isLetter(word.charAt(0))
                && LETTER_AND_STOP.matcher(next).matches();
    }

    /** "J" of "J. K. Rowling" and "John F. Kennedy", not "B" of "plan B. Kennedy". */
    private static boolean isInitial(String before, String word) {
        return word.codePointCount(0, word.length()) == 1
                && Character.isUpperCase(word.codePointAt(0))
                && (before.isEmpty()
                        || Character.isUpperCase(before.codePointAt(0))
                        || LETTER_AND_STOP.matcher(before).matches());
    }

    /** "3" of "am 3. Mai". */
    private static boolean isDay(String word, String next) {
        return word.matches("[12]?\\d|3[01]") && MONTHS_AFTER_A_DAY.contains(next.replaceAll("\\W+$", ""));
    }

    private static boolean opensASentence(String word) {
        String letters = word.replaceAll("[^\\p{L}]+$", "").toLowerCase(Locale.ROOT);
        return SENTENCE_OPENERS.contains(letters);
    }
}
