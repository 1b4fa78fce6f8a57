package io.docent.evaluation;

import java.util.List;

/**
 * The spread of each feature.
 *
 * @param deviation standard deviations; 0 where a feature is always the same
 */
@SuppressWarnings("ArrayRecordComponent") // made and used within one training
record Scale(double[] deviation) {

    static Scale of(List<double[][]> rows, int width) {
        double[] sum = new double[width];
        double[] squares = new double[width];
        long count = 0;
        for (double[][] some : rows) {
            for (double[] row : some) {
                count++;
                for (int i = 0; i < width; i++) {
                    sum[i] += row[i];
                    squares[i] += row[i] * row[i];
                }
            }
        }
        double[] deviation = new double[width];
        for (int i = 0; i < width; i++) {
            double mean = sum[i] / count;
            deviation[i] = Math.sqrt(Math.max(0, squares[i] / count - mean * mean));
        }
        return new Scale(deviation);
    }

    /** What each weight costs where a feature's spread is not one; a feature that is always the same gets no weight. */
    double[] ridge(double ridge) {
        double[] scaled = new double[deviation.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = deviation[i] < 1e-9 ? 1e6 : ridge * deviation[i] * deviation[i];
        }
        return scaled;
    }
}
