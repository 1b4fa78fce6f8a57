package io.docent.retrieval;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether two passages say the same: nine in ten of their different words are the same words. */
final class NearDuplicates {

    private static final double SAME = 0.9;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NearDuplicates() {}

    static Set<String> words(String text) {
        return new HashSet<>(List.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))));
    }

    /** Jaccard similarity at or above the threshold. */
    static boolean same(Set<String> a, Set<String> b) {
        if (a.size() < b.size() * SAME || b.size() < a.size() * SAME) {
            return false;
        }
        long common = a.stream().filter(b::contains).count();
        return common >= SAME * (a.size() + b.size() - common);
    }
}
