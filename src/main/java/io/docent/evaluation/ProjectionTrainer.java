package io.docent.evaluation;

import io.docent.model.TokenEmbeddingModel;
import io.docent.model.TokenEmbeddings;
import java.util.Collection;
import java.util.Locale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Learns the projection of {@link io.docent.model.TokenCodec}: the principal components of the token vectors of a
 * collection of texts, each divided by the square root of its spread. Nothing is learnt from questions.
 */
final class ProjectionTrainer {

    private final TokenEmbeddingModel model;
    private final int directions;

    ProjectionTrainer(TokenEmbeddingModel model, int directions) {
        this.model = model;
        this.directions = directions;
    }

    /** The resource's text. */
    String train(Collection<String> texts, String madeFrom) {
        int dimension = model.dimension();
        double[] sum = new double[dimension];
        double[][] products = new double[dimension][dimension];
        long tokens = 0;
        for (String text : texts) {
            TokenEmbeddings embedded = model.embedTokens(text);
            tokens += embedded.tokens().size();
            add(embedded, sum, products);
        }
        double[] mean = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            mean[i] = sum[i] / tokens;
        }
        return write(mean, decompose(covariance(products, mean, tokens)), tokens, madeFrom);
    }

    private static void add(TokenEmbeddings embedded, double[] sum, double[][] products) {
        int dimension = sum.length;
        for (int token = 0; token < embedded.tokens().size(); token++) {
            int at = token * dimension;
            for (int i = 0; i < dimension; i++) {
                double value = embedded.vectors()[at + i];
                sum[i] += value;
                double[] row = products[i];
                for (int j = 0; j <= i; j++) {
                    row[j] += value * embedded.vectors()[at + j];
                }
            }
        }
    }

    private static double[][] covariance(double[][] products, double[] mean, long tokens) {
        int dimension = mean.length;
        double[][] covariance = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = products[i][j] / tokens - mean[i] * mean[j];
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    /** The leading eigenvectors, each divided by the fourth root of its eigenvalue. */
    private double[][] decompose(double[][] covariance) {
        var decomposition = new EigenDecomposition(new Array2DRowRealMatrix(covariance, false));
        double[][] rows = new double[directions][];
        for (int i = 0; i < directions; i++) {
            double spread = Math.pow(decomposition.getRealEigenvalue(i), 0.25);
            rows[i] = decomposition.getEigenvector(i).mapDivide(spread).toArray();
        }
        return rows;
    }

    private static String write(double[] mean, double[][] directions, long tokens, String madeFrom) {
        StringBuilder text = new StringBuilder();
        text.append("# Mean and principal directions of all-MiniLM-L6-v2's token vectors, for the TokenCodec.\n");
        text.append("# Learnt from ")
                .append(tokens)
                .append(" tokens of ")
                .append(madeFrom)
                .append('\n');
        text.append(
                "# A row: a factor, a colon, and whole numbers to multiply by it. First the mean, then a direction a row.\n");
        appendRow(text, mean);
        for (double[] direction : directions) {
            appendRow(text, direction);
        }
        return text.toString();
    }

    private static void appendRow(StringBuilder text, double[] row) {
        double largest = 0;
        for (double value : row) {
            largest = Math.max(largest, Math.abs(value));
        }
        double factor = largest / 127;
        text.append(String.format(Locale.ROOT, "%.6e:", factor));
        for (double value : row) {
            text.append(' ').append(Math.round(value / factor));
        }
        text.append('\n');
    }
}
