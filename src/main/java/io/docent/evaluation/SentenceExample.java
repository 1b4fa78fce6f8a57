package io.docent.evaluation;

/**
 * The sentences that were found for a question, and which of them answer.
 *
 * @param set the data set
 * @param group the question's
 * @param features one row for each sentence
 * @param right which answer
 */
@SuppressWarnings("ArrayRecordComponent") // numbers on their way to the trainer
record SentenceExample(String set, String group, double[][] features, boolean[] right) {

    SentenceExample {
        if (features.length != right.length) {
            throw new IllegalArgumentException(features.length + " sentences, but " + right.length + " verdicts");
        }
    }

    /** As it is known where the model tells nothing of the question. */
    SentenceExample byWords() {
        double[][] known = new double[features.length][];
        for (int i = 0; i < known.length; i++) {
            known[i] = ByWords.ofSentence(features[i]);
        }
        return new SentenceExample(set, group, known, right);
    }

    /** Ranks of the right sentences by these weights. */
    Ranks ranks(double[] weights) {
        double[] scores = new double[features.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = NewtonStep.dot(weights, features[i]);
        }
        int[] ranks = new int[count()];
        int next = 0;
        for (int i = 0; i < scores.length; i++) {
            if (right[i]) {
                int rank = 1;
                for (int j = 0; j < scores.length; j++) {
                    rank += scores[j] > scores[i] || (scores[j] == scores[i] && j < i) ? 1 : 0;
                }
                ranks[next++] = rank;
            }
        }
        return Ranks.of(ranks);
    }

    /** How many are right. */
    int count() {
        int count = 0;
        for (boolean one : right) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
