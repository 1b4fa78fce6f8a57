package io.docent.evaluation;

/**
 * What holds weights back: half of a cost times the square of each weight's distance from what it is without data.
 *
 * @param prior the weights without data
 * @param cost of each, 0 or more
 */
@SuppressWarnings("ArrayRecordComponent") // made and used within one training
record Ridge(double[] prior, double[] cost) {

    double penalty(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = weights[i] - prior[i];
            sum += cost[i] * distance * distance / 2;
        }
        return sum;
    }
}
