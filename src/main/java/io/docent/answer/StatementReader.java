package io.docent.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes sentences apart. For any thread. */
final class StatementReader {

    private static final Pattern TOKEN = Pattern.compile(
            // addresses, telephone numbers, dates, times of day, identifiers
            "(?<address>\\w+://[^\\s<>\"]+[\\w/]|[\\w.+-]+@[\\w-]+\\.[\\w.]*\\w)"
                    + "|(?<iso>\\d{4}-\\d{2}-\\d{2})"
                    + "|(?<phone>\\+?\\b\\d{1,4}(?:-\\d{2,4}){2,4}\\b|\\(\\d{3}\\) ?\\d{3}-\\d{4}\\b|\\b\\d{3}[-.]\\d{4}\\b)"
                    + "|(?<clock>\\b\\d{1,2}(?:[:.]\\d{2})?\\s?(?:[aApP]\\.?[mM]\\b\\.?)|\\b\\d{1,2}:\\d{2}\\b)"
                    + "|(?<id>\\b\\d+(?:\\.\\d+){2,}\\b|\\b[\\p{L}_]+[-._/]?(?=[\\p{L}\\p{N}_./-]*[\\d_])[\\p{L}\\p{N}_]+(?:[-._/][\\p{L}\\p{N}_]+)*)"
                    + "|(?<number>(?<![\\p{L}\\p{N}])[-−]?(?:(?:US)?[$€£¥₹]\\s?)?(?:\\d{1,3}(?:[,\u00A0\u202F’']\\d{3})+(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?)(?<after>s\\b|(?:st|nd|rd|th)\\b|\\s?[%€£$°](?:[CF]\\b)?|[\\p{L}]{1,3}\\b²?)?)"
                    + "|(?<percent>\\bper cent\\b)"
                    + "|(?<acronym>(?:\\p{Lu}\\.){2,})"
                    + "|(?<word>[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)*)");

    private static final Pattern SENTENCE_START =
            Pattern.compile("(^\\s*$|[.:!?;|•\"“‘(\\[\\n*#>-])[\\s\"“‘'(\\[*_#>-]*$");

    private static final int BEFORE = 12;

    /** Said of texts, not of what they are about; or to join sentences. */
    private static final Set<String> LIGHT = Set.of(
            "also",
            "however",
            "therefore",
            "thus",
            "additionally",
            "furthermore",
            "moreover",
            "overall",
            "respectively",
            "according",
            "mentioned",
            "stated",
            "noted",
            "namely",
            "specifically",
            "currently",
            "typically",
            "generally",
            "meanwhile",
            "instead",
            "including",
            "include",
            "includes",
            "included",
            "etc",
            "e.g",
            "i.e",
            "example",
            "instance",
            "well",
            "various",
            "several",
            "particular",
            "particularly",
            "in",
            "one",
            "ones",
            "way",
            "ways",
            "part",
            "order",
            "due",
            "per",
            "via",
            "upon",
            "within",
            "among",
            "amongst",
            "while",
            "whereas",
            "although",
            "though",
            "since",
            "would",
            "could",
            "can",
            "may",
            "might",
            "must",
            "shall",
            "should",
            "need",
            "needs",
            "both",
            "either",
            "each",
            "every",
            "all",
            "any",
            "some",
            "many",
            "most",
            "more",
            "less",
            "much",
            "such",
            "same",
            "other",
            "others",
            "another",
            "than",
            "then",
            "there",
            "thereby",
            "upto",
            "up",
            "about",
            "around",
            "approximately",
            "roughly",
            "nearly",
            "almost",
            "least",
            "over",
            "under",
            "during",
            "between",
            "through");

    private final Predicate<String> isFunctionWord;
    private final boolean capitalsAreNames;
    private final Lexicon lexicon = Lexicon.english();

    /**
     * For the sentences of one language.
     *
     * @param isFunctionWord of words in lower case
     * @param capitalsAreNames whether a capital letter within a sentence makes a name; not so in German
     */
    StatementReader(Predicate<String> isFunctionWord, boolean capitalsAreNames) {
        this.isFunctionWord = isFunctionWord;
        this.capitalsAreNames = capitalsAreNames;
    }

    Statement read(String text) {
        List<Word> words = new ArrayList<>();
        List<Quantity> quantities = new ArrayList<>();
        Set<Integer> months = new HashSet<>();
        int label = labelEnd(text);
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String found = token.group();
            int start = token.start();
            if (token.group("address") != null || token.group("id") != null) {
                add(words, found, found.toLowerCase(Locale.ROOT), Word.Kind.NAME, start);
            } else if (token.group("phone") != null) {
                add(words, found, found.replaceAll("\\D", ""), Word.Kind.NAME, start);
            } else if (token.group("iso") != null) {
                quantities.addAll(Numbers.date(found, start));
                months.add(Integer.parseInt(found.substring(5, 7)));
                add(words, found, "#" + found, Word.Kind.NUMBER, start);
            } else if (token.group("clock") != null) {
                quantities.add(Numbers.clock(found, start));
                add(words, found, "#" + found.replaceAll("\\s", ""), Word.Kind.NUMBER, start);
            } else if (token.group("number") != null) {
                Quantity read = Numbers.digits(found, token.group("after"), start);
                quantities.add(read);
                add(words, found, "#" + read.digits(), Word.Kind.NUMBER, start);
            } else if (token.group("percent") != null) {
                add(words, found, "percent", Word.Kind.FUNCTION, start);
            } else if (token.group("acronym") != null) {
                String plain = found.replace(".", "");
                add(words, plain, plain.toLowerCase(Locale.ROOT), Word.Kind.NAME, start);
            } else {
                word(text, found, start, start < label, words, months);
            }
        }
        List<Quantity> measured = Numbers.measured(words, quantities, text);
        return new Statement(
                text, words, measured, months, Negations.denied(words), Negations.isIn(words), Statement.keysOf(words));
    }

    /** "Hotel Costs: …" is written with capitals because it is a label. */
    private static int labelEnd(String text) {
        int colon = text.indexOf(':');
        return colon > 0
                        && colon + 1 < text.length()
                        && text.substring(0, colon).split("\\s+").length <= 6
                ? colon
                : 0;
    }

    private void word(String text, String found, int start, boolean inLabel, List<Word> words, Set<Integer> months) {
        String plain = found.replace('’', '\'');
        String bare = plain.replaceAll("'s$|'$", "");
        String lower = bare.toLowerCase(Locale.ROOT);
        if (isIdeographic(bare)) {
            for (int at = 0; at < Math.max(1, bare.length() - 1); at++) {
                String pair = bare.substring(at, Math.min(bare.length(), at + 2));
                words.add(new Word(pair, pair, pair, Word.Kind.CONTENT, start + at, start + at + pair.length()));
            }
            return;
        }
        boolean initial = inLabel || isInitial(text, start);
        Optional<Integer> month = month(text, bare, start, initial);
        if (month.isPresent()) {
            months.add(month.get());
            add(words, bare, "month" + month.get(), Word.Kind.NUMBER, start);
        } else if (NumberWords.isNumberWord(lower)) {
            add(words, bare, lower, Word.Kind.NUMBER, start);
        } else if (lower.endsWith("n't") || isFunctionWord.test(lower) || LIGHT.contains(lower) || lower.length() < 2) {
            add(words, bare, lexicon.key(lower), Word.Kind.FUNCTION, start);
        } else {
            add(
                    words,
                    bare,
                    lexicon.key(lower),
                    isName(bare, lower, initial) ? Word.Kind.NAME : Word.Kind.CONTENT,
                    start);
        }
    }

    private static boolean isInitial(String text, int start) {
        String before = text.substring(Math.max(0, start - BEFORE), start);
        return SENTENCE_START.matcher(before).find() && (start <= BEFORE || !before.isBlank());
    }

    private boolean isName(String text, String lower, boolean initial) {
        if (!Character.isUpperCase(text.codePointAt(0)) || !capitalsAreNames) {
            return text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(lower);
        }
        String key = lexicon.key(lower);
        return !initial || (!lexicon.knows(key) && !lower.matches(".*(ly|ing|ed|tion|s)"));
    }

    /** "May" and "March" are words too, so they need a number or a preposition beside them. */
    private static Optional<Integer> month(String text, String word, int start, boolean initial) {
        Optional<Integer> month = Dates.month(word);
        boolean ambiguous = word.length() <= 3 || word.equals("March") || word.equals("August");
        if (month.isEmpty() || !ambiguous) {
            return month;
        }
        String before = text.substring(Math.max(0, start - 12), start);
        String after = text.substring(start + word.length(), Math.min(text.length(), start + word.length() + 8));
        boolean dated = before.matches(
                        "(?s).*(\\d(st|nd|rd|th)?|\\b([Ii]n|[Oo]f|[Bb]y|[Ss]ince|[Uu]ntil|[Dd]uring|early|late|mid|last|next|[Ff]rom|to|and|between))[ -]$")
                || after.matches("(?s)\\.? ?\\d.*");
        return dated && (!initial || after.matches("(?s)\\.? ?\\d.*")) ? month : Optional.empty();
    }

    private static boolean isIdeographic(String word) {
        return word.codePoints()
                .anyMatch(c -> Character.isIdeographic(c)
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA);
    }

    private static void add(List<Word> words, String text, String key, Word.Kind kind, int start) {
        String lower = text.toLowerCase(Locale.ROOT);
        words.add(new Word(text, lower, key, kind, start, start + text.length()));
    }
}
