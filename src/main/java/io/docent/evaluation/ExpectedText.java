package io.docent.evaluation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares a text with texts of which any is right. */
final class ExpectedText {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ARTICLES = Pattern.compile("\\b(a|an|the)\\b");

    private ExpectedText() {}

    /** Whether the text contains one of those expected; case and white space do not count. */
    static boolean isIn(String text, List<String> expected) {
        String plain = plain(text);
        return expected.stream().anyMatch(one -> plain.contains(plain(one)));
    }

    private static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACE.matcher(composed).replaceAll(" ").strip();
    }

    /**
     * The harmonic mean of precision and recall over words, of the expected text that fits best; articles and
     * punctuation do not count (Rajpurkar et al. 2016).
     */
    static double tokenF1(String text, List<String> expected) {
        return expected.stream()
                .mapToDouble(one -> f1(words(text), words(one)))
                .max()
                .orElse(0);
    }

    private static double f1(List<String> words, List<String> expected) {
        List<String> rest = new ArrayList<>(expected);
        long common = words.stream().filter(rest::remove).count();
        return common == 0 ? 0 : 2.0 * common / (words.size() + expected.size());
    }

    private static List<String> words(String text) {
        String plain = ARTICLES.matcher(plain(text)).replaceAll(" ");
        return NO_WORD.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    }
}
