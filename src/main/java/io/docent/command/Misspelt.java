package io.docent.command;

import java.util.Collection;
import java.util.List;

/** What a misspelt word may have meant, where picocli, which counts pairs of letters in common, finds nothing. */
final class Misspelt {

    private static final int LONG_ENOUGH_FOR_TWO = 6;

    private Misspelt() {}

    /** Those of some words that one slip of the fingers made of it, or two where it is long; sorted. */
    static List<String> of(String typed, Collection<String> words) {
        int most = typed.length() < LONG_ENOUGH_FOR_TWO ? 1 : 2;
        return words.stream()
                .filter(word -> slips(typed, word) <= most)
                .sorted()
                .toList();
    }

    /** Letters put in, left out, changed or swapped with the next: the optimal string alignment distance. */
    private static int slips(String typed, String meant) {
        int[][] distance = new int[typed.length() + 1][meant.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= meant.length(); j++) {
                if (i == 0 || j == 0) {
                    distance[i][j] = i + j;
                    continue;
                }
                int change = typed.charAt(i - 1) == meant.charAt(j - 1) ? 0 : 1;
                distance[i][j] =
                        Math.min(distance[i - 1][j - 1] + change, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && typed.charAt(i - 1) == meant.charAt(j - 2)
                        && typed.charAt(i - 2) == meant.charAt(j - 1);
                if (swapped) {
                    distance[i][j] = Math.min(distance[i][j], distance[i - 2][j - 2] + 1);
                }
            }
        }
        return distance[typed.length()][meant.length()];
    }
}
