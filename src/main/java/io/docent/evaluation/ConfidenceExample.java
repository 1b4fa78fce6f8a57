package io.docent.evaluation;

/**
 * A question that was asked, and whether the documents hold the answer.
 *
 * @param kind how the question was made: {@code full}, {@code far}, {@code near}
 * @param group the question's
 * @param features what is known of the best sentence and its passages; the last is always 1
 * @param answerable whether the documents hold the answer
 * @param shipped the confidence by the weights that are shipped
 */
@SuppressWarnings("ArrayRecordComponent") // numbers on their way to the trainer
record ConfidenceExample(String kind, String group, double[] features, boolean answerable, double shipped) {

    double confidence(double[] weights) {
        return 1 / (1 + Math.exp(-NewtonStep.dot(weights, features)));
    }
}
