package io.docent.evaluation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/** Slope and curvature of a likelihood at one place, held back by a ridge. For one thread. */
final class NewtonStep {

    private final double[] gradient;
    private final double[][] curvature;

    /**
     * Begins a step.
     *
     * @param weights where it starts
     * @param ridge what holds the weights back
     */
    NewtonStep(double[] weights, Ridge ridge) {
        gradient = new double[weights.length];
        curvature = new double[weights.length][weights.length];
        for (int i = 0; i < weights.length; i++) {
            gradient[i] = -ridge.cost()[i] * (weights[i] - ridge.prior()[i]);
            curvature[i][i] = ridge.cost()[i];
        }
    }

    /** Adds to the slope of the likelihood. */
    void slope(double factor, double[] features) {
        for (int i = 0; i < features.length; i++) {
            gradient[i] += factor * features[i];
        }
    }

    /** Adds to its curvature: {@code factor} times the features' outer product. */
    void bend(double factor, double[] features) {
        for (int i = 0; i < features.length; i++) {
            for (int j = 0; j <= i; j++) {
                double product = factor * features[i] * features[j];
                curvature[i][j] += product;
                curvature[j][i] += i == j ? 0 : product;
            }
        }
    }

    /** Where to go from here. */
    double[] direction() {
        return new CholeskyDecomposition(new Array2DRowRealMatrix(curvature, false), 1e-9, 0)
                .getSolver()
                .solve(new ArrayRealVector(gradient, false))
                .toArray();
    }

    static double dot(double[] weights, double[] features) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }
}
