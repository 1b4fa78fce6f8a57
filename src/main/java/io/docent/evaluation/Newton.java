package io.docent.evaluation;

/** Newton's method towards the likeliest weights; a step that does not go up is halved until it does. */
final class Newton {

    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 30;
    private static final double CLOSE_ENOUGH = 1e-7;

    private Newton() {}

    /** The weights with the highest likelihood, less what the ridge takes; from the ridge's own on. */
    static double[] climb(Likelihood likelihood, Ridge ridge) {
        double[] weights = ridge.prior().clone();
        for (int step = 0; step < MOST_STEPS; step++) {
            NewtonStep here = new NewtonStep(weights, ridge);
            double height = likelihood.at(weights, here) - ridge.penalty(weights);
            double[] direction = here.direction();
            double length = 1;
            double[] next = moved(weights, direction, length);
            for (int i = 0; i < MOST_HALVINGS && height(likelihood, ridge, next) < height; i++) {
                length /= 2;
                next = moved(weights, direction, length);
            }
            double furthest = 0;
            for (int i = 0; i < weights.length; i++) {
                furthest = Math.max(furthest, Math.abs(next[i] - weights[i]));
            }
            weights = next;
            if (furthest < CLOSE_ENOUGH) {
                break;
            }
        }
        return weights;
    }

    private static double height(Likelihood likelihood, Ridge ridge, double[] weights) {
        return likelihood.at(weights, new NewtonStep(weights, ridge)) - ridge.penalty(weights);
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = new double[from.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] + length * direction[i];
        }
        return to;
    }

    /** How likely the data are. */
    interface Likelihood {

        /** Adds slope and curvature at these weights to a step; gives the logarithm of the likelihood. */
        double at(double[] weights, NewtonStep step);
    }
}
