package io.docent.evaluation;

import io.docent.model.TokenEmbeddingModel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Learns the directions in which {@link io.docent.model.TokenEmbeddings} tell of a token: the principal components of the
 * token vectors of a collection of texts, each divided by the square root of its spread. Nothing is learnt from questions.
 * For one thread.
 */
public final class ProjectionTrainer {

    /** As many as four of in a byte are 24 bytes. */
    private static final int DIRECTIONS = 96;

    /** For every number of a vector a few. */
    private static final int LEAST_TOKENS = 2_000;

    private final TokenEmbeddingModel model;
    private final int directions;

    ProjectionTrainer(TokenEmbeddingModel model, int directions) {
        this.model = model;
        this.directions = directions;
    }

    /**
     * Learns from the documents of a data set.
     *
     * @param file of a form that {@code docent evaluate} reads
     * @return the resource's text
     * @throws BadInputException where the file cannot be read or has no documents
     */
    public static String learn(Path file) {
        List<DataSet> sets = DataSets.in(file, null);
        List<String> texts = sets.stream()
                .flatMap(set -> set.documents().stream())
                .map(Original::text)
                .toList();
        if (texts.isEmpty()) {
            throw new BadInputException(file + " has no documents to learn from");
        }
        try (Workers workers = new Workers();
                Indexes indexes = new Indexes(null);
                Library library = new Library(indexes.folder(sets.getFirst()), workers)) {
            return new ProjectionTrainer(library.embedder(), DIRECTIONS)
                    .train(texts, file.getFileName() + ", SHA-256 " + Indexes.hash(file));
        }
    }

    /** The resource's text. */
    String train(Collection<String> texts, String madeFrom) {
        int dimension = model.dimension();
        double[] sum = new double[dimension];
        double[][] products = new double[dimension][dimension];
        long tokens = 0;
        for (String text : texts) {
            float[] vectors = model.hiddenStates(text);
            tokens += vectors.length / dimension;
            add(vectors, sum, products);
        }
        if (tokens < LEAST_TOKENS) {
            throw new BadInputException(madeFrom + " has " + tokens + " tokens; to tell directions apart takes "
                    + LEAST_TOKENS + " and more");
        }
        double[] mean = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            mean[i] = sum[i] / tokens;
        }
        return write(mean, decompose(covariance(products, mean, tokens)), tokens, madeFrom);
    }

    private static void add(float[] vectors, double[] sum, double[][] products) {
        int dimension = sum.length;
        for (int at = 0; at < vectors.length; at += dimension) {
            for (int i = 0; i < dimension; i++) {
                double value = vectors[at + i];
                sum[i] += value;
                double[] row = products[i];
                for (int j = 0; j <= i; j++) {
                    row[j] += value * vectors[at + j];
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
        text.append(
                "# Mean and principal directions of all-MiniLM-L6-v2's token vectors, by docent train --projection.\n");
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
