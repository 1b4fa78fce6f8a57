package io.docent.evaluation;

import java.util.Arrays;

/**
 * How sure Docent was of questions that the documents answer, and of questions that they do not.
 *
 * @param answerable confidences
 * @param unanswerable confidences
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of numbers, made and read in one place
record Contrast(double[] answerable, double[] unanswerable) {

    Contrast {
        if (answerable.length == 0 || unanswerable.length == 0) {
            throw new IllegalArgumentException("a contrast has questions of both kinds");
        }
    }

    /** The chance that of one of each kind the answerable one has the higher confidence (Hanley and McNeil 1982). */
    double auroc() {
        double[] others = unanswerable.clone();
        Arrays.sort(others);
        double sum = 0;
        for (double one : answerable) {
            int below = firstAtLeast(others, one);
            int upTo = firstAtLeast(others, Math.nextUp(one));
            sum += below + (upTo - below) / 2.0;
        }
        return sum / answerable.length / others.length;
    }

    /** Share of the unanswerable that are answered by a threshold that keeps this share of the answerable. */
    double falseAnswers(double kept) {
        double[] own = answerable.clone();
        Arrays.sort(own);
        double threshold = own[Math.min(own.length - 1, (int) Math.floor((1 - kept) * own.length + 1e-9))];
        return Arrays.stream(unanswerable).filter(one -> one >= threshold).count() / (double) unanswerable.length;
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
