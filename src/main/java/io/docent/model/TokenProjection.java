package io.docent.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The 96 directions in which the vectors of all-MiniLM-L6-v2's tokens differ most, evened out by the square root of their
 * spread. Projecting on them is a product of matrices, so it is a part of the model's graph: ONNX Runtime uses what
 * vector instructions a processor has, and only what is needed of a token leaves it. Immutable, for any thread.
 */
final class TokenProjection {

    /** Outputs of {@link #graphPart}: the sum of all vectors, each vector's length, each vector in the directions. */
    static final String SUM = "docent_sum";

    static final String LENGTHS = "docent_lengths";
    static final String PROJECTED = "docent_projected";

    private static final String RESOURCE = "token-projection.txt";
    private static final String MATRIX = "docent_directions";

    private final float[][] directions;

    /** What the mean of all token vectors is in the directions. */
    private final float[] projectedMean;

    /**
     * @param mean of token vectors of length 1
     * @param directions to project onto, already divided by the square root of the spread along them
     */
    TokenProjection(float[] mean, float[][] directions) {
        this.directions = directions;
        this.projectedMean = new float[directions.length];
        for (int i = 0; i < directions.length; i++) {
            double sum = 0;
            for (int j = 0; j < mean.length; j++) {
                sum += (double) directions[i][j] * mean[j];
            }
            projectedMean[i] = (float) sum;
        }
    }

    /** Reads what was learnt: the mean in the first row, a direction in each other. */
    static TokenProjection load() throws IOException {
        InputStream resource = TokenProjection.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException(RESOURCE + " is missing from the class path");
        }
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))) {
            List<float[]> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    rows.add(numbers(line));
                }
            }
            return new TokenProjection(
                    rows.getFirst(), rows.subList(1, rows.size()).toArray(float[][]::new));
        }
    }

    /** A factor, a colon, and whole numbers to be multiplied by it. */
    private static float[] numbers(String line) {
        int colon = line.indexOf(':');
        float factor = Float.parseFloat(line.substring(0, colon));
        String[] parts = line.substring(colon + 1).strip().split(" ");
        float[] row = new float[parts.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = factor * Integer.parseInt(parts[i]);
        }
        return row;
    }

    /** How many numbers a token has. */
    int size() {
        return directions.length;
    }

    /**
     * What is to follow the model's bytes.
     *
     * @param hidden name of the model's output of shape [1, tokens, dimension]
     */
    byte[] graphPart(String hidden) {
        int dimension = directions[0].length;
        float[] matrix = new float[dimension * directions.length];
        for (int i = 0; i < directions.length; i++) {
            for (int j = 0; j < dimension; j++) {
                matrix[j * directions.length + i] = directions[i][j];
            }
        }
        return new OnnxGraphPart()
                .matrix(MATRIX, dimension, matrix)
                .reduce("ReduceSum", hidden, 1, SUM)
                .reduce("ReduceL2", hidden, 2, LENGTHS)
                .apply("MatMul", hidden, MATRIX, PROJECTED)
                .bytes();
    }

    /**
     * Reads one token's numbers: centred, and of length 1.
     *
     * @param projected as {@link #PROJECTED} has them
     * @param length of the token's vector, as {@link #LENGTHS} has it
     * @param vectors where they go, from {@code at} on
     */
    void read(FloatBuffer projected, float length, float[] vectors, int at) {
        projected.get(vectors, at, directions.length);
        double squares = 0;
        for (int i = 0; i < directions.length; i++) {
            float number = vectors[at + i] / length - projectedMean[i];
            vectors[at + i] = number;
            squares += number * number;
        }
        float factor = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        for (int i = at; i < at + directions.length; i++) {
            vectors[i] *= factor;
        }
    }
}
