package io.docent.evaluation;

import java.util.Arrays;

/**
 * At which rank each relevant thing was found, and what follows from it. Ranks count from 1; 0 is "not found". Two
 * things may have one rank where one passage holds both.
 *
 * @param ranks one for each relevant thing, at least one
 * @param grades how relevant each is
 */
@SuppressWarnings("ArrayRecordComponent") // made and read in one place
record Ranks(int[] ranks, double[] grades) {

    Ranks {
        if (ranks.length == 0 || ranks.length != grades.length) {
            throw new IllegalArgumentException(
                    "as many grades as ranks, and at least one, not " + grades.length + " and " + ranks.length);
        }
    }

    static Ranks of(int... ranks) {
        double[] grades = new double[ranks.length];
        Arrays.fill(grades, 1);
        return new Ranks(ranks, grades);
    }

    /** Share of the relevant things among the first {@code k}. */
    double recall(int k) {
        return Arrays.stream(ranks).filter(rank -> rank > 0 && rank <= k).count() / (double) ranks.length;
    }

    /** One over the rank of the first relevant thing; 0 where none is among the first {@code k}. */
    double reciprocalRank(int k) {
        int first =
                Arrays.stream(ranks).filter(rank -> rank > 0 && rank <= k).min().orElse(0);
        return first == 0 ? 0 : 1.0 / first;
    }

    /** Normalised discounted cumulative gain of the first {@code k} (Järvelin and Kekäläinen 2002), linear gain. */
    double ndcg(int k) {
        double gain = 0;
        for (int i = 0; i < ranks.length; i++) {
            gain += ranks[i] > 0 && ranks[i] <= k ? grades[i] * discount(ranks[i]) : 0;
        }
        double[] best = grades.clone();
        Arrays.sort(best);
        double ideal = 0;
        for (int rank = 1; rank <= Math.min(k, best.length); rank++) {
            ideal += best[best.length - rank] * discount(rank);
        }
        return Math.min(1, gain / ideal);
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(1 + rank);
    }

    /** Mean, over the relevant things, of the precision at the rank of each. */
    double averagePrecision() {
        int[] found = Arrays.stream(ranks).filter(rank -> rank > 0).sorted().toArray();
        double sum = 0;
        for (int i = 0; i < found.length; i++) {
            sum += Math.min(1, (i + 1.0) / found[i]);
        }
        return sum / ranks.length;
    }
}
