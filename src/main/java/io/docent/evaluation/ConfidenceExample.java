package io.docent.evaluation;

/**
 * A question that was asked, and whether the documents hold the answer.
 *
 * @param kind how the question was made
 * @param group the question's
 * @param features what is known of the best sentence and its passages; the last is always 1
 * @param answerable whether the documents hold the answer
 * @param weight how many times the example counts
 * @param shipped the confidence by the weights that are shipped
 */
@SuppressWarnings("ArrayRecordComponent") // numbers on their way to the trainer
record ConfidenceExample(
        Kind kind, String group, double[] features, boolean answerable, double weight, double shipped) {

    /** As it is known where the model tells nothing of the question. */
    ConfidenceExample byWords() {
        return new ConfidenceExample(kind, group, ByWords.ofConfidence(features), answerable, weight, shipped);
    }

    double confidence(double[] weights) {
        return 1 / (1 + Math.exp(-NewtonStep.dot(weights, features)));
    }

    /**
     * How a question came to be answerable or not. What each kind counts was set on the development data, so that
     * questions whose article is there and questions whose article is not are told apart about equally well.
     */
    enum Kind {
        /** Of a set of articles, with all of them in the index: answerable. */
        FULL(2, 0),
        /** The same with half of the articles in the index, the question's own among them or not. */
        FAR(2, 1),
        /** The same without the paragraph that answers, but with others of its article: not answerable. */
        NEAR(0, 1.2),
        /** Of another set, as it stands there. */
        OWN(1, 1),
        /** A question of one set, asked of the documents of another: not answerable. */
        FOREIGN(0, 1.2);

        private final double answerable;
        private final double unanswerable;

        Kind(double answerable, double unanswerable) {
            this.answerable = answerable;
            this.unanswerable = unanswerable;
        }

        double weight(boolean isAnswerable) {
            return isAnswerable ? answerable : unanswerable;
        }
    }
}
