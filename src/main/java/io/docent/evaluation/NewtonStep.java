package io.docent.evaluation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/** A step of Newton's method towards the best weights, held back by a ridge. For one thread. */
final class NewtonStep {

    private final double[] gradient;
    private final double[][] curvature;

    /**
     * Begins a step.
     *
     * @param weights where it starts
     * @param ridge what a weight costs: half of this times its square
     */
    NewtonStep(double[] weights, double[] ridge) {
        gradient = new double[weights.length];
        curvature = new double[weights.length][weights.length];
        for (int i = 0; i < weights.length; i++) {
            gradient[i] = -ridge[i] * weights[i];
            curvature[i][i] = ridge[i];
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

    /** Moves the weights and tells how far the furthest went. */
    double move(double[] weights) {
        double[] step = new CholeskyDecomposition(new Array2DRowRealMatrix(curvature, false), 1e-9, 0)
                .getSolver()
                .solve(new ArrayRealVector(gradient, false))
                .toArray();
        double furthest = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] += step[i];
            furthest = Math.max(furthest, Math.abs(step[i]));
        }
        return furthest;
    }

    static double dot(double[] weights, double[] features) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }
}
