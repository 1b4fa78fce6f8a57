package io.docent.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes token vectors in 24 bytes each, so that they can be kept for every passage, and scores them against a
 * question's without unpacking them.
 *
 * <p>A vector is centred, projected onto the 96 directions in which token vectors differ most, these evened out by the
 * square root of their spread, and each number written in two bits with the levels that lose least of a normal
 * distribution (Max 1960; Lloyd 1982). Scoring reads one table entry for each byte, as product quantisation does (Jégou
 * et al. 2011). Measured on XQuAD: no loss against the full vectors; see docs/decisions. Immutable, for any thread.
 */
public final class TokenCodec {

    private static final String RESOURCE = "token-projection.txt";

    /** Numbers in a byte. */
    private static final int PER_BYTE = 4;

    /** Levels of the best four-level quantiser of a standard normal distribution, and what divides inner from outer. */
    private static final float INNER = 0.4528f;

    private static final float OUTER = 1.510f;
    private static final float DIVIDE = 0.9816f;

    /** Bit pairs of a code: the low bit says outer, the high bit says positive. */
    private static final float[] LEVELS = {-INNER, -OUTER, INNER, OUTER};

    private static final int OUTER_BITS = 0b01010101;

    private final float[] mean;
    private final float[][] directions;

    /**
     * @param mean of token vectors
     * @param directions to project onto, already divided by the square root of the spread along them; a multiple of
     *     four
     */
    TokenCodec(float[] mean, float[][] directions) {
        if (directions.length == 0 || directions.length % PER_BYTE != 0) {
            throw new IllegalArgumentException("directions come in fours, not " + directions.length);
        }
        this.mean = mean;
        this.directions = directions;
    }

    /** Reads the projection that was learnt for all-MiniLM-L6-v2: the mean in the first row, a direction in each other. */
    public static TokenCodec load() {
        InputStream resource = TokenCodec.class.getResourceAsStream(RESOURCE);
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
            return new TokenCodec(rows.getFirst(), rows.subList(1, rows.size()).toArray(float[][]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
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

    public int bytesPerToken() {
        return directions.length / PER_BYTE;
    }

    /** The codes of the tokens {@code [from, to)}, one after the other. */
    public byte[] encode(TokenEmbeddings embedded, int from, int to) {
        int bytes = bytesPerToken();
        byte[] codes = new byte[(to - from) * bytes];
        float divide = DIVIDE / (float) Math.sqrt(directions.length);
        for (int token = from; token < to; token++) {
            float[] projected = project(embedded.vectors(), token * embedded.dimension());
            for (int i = 0; i < projected.length; i++) {
                int code = (projected[i] > 0 ? 2 : 0) | (Math.abs(projected[i]) > divide ? 1 : 0);
                codes[(token - from) * bytes + i / PER_BYTE] |= (byte) (code << (2 * (i % PER_BYTE)));
            }
        }
        return codes;
    }

    /** Prepares the tokens of a question for scoring. */
    public Question question(TokenEmbeddings embedded) {
        float[][] tables = new float[embedded.tokens().size()][];
        for (int token = 0; token < tables.length; token++) {
            tables[token] = table(project(embedded.vectors(), token * embedded.dimension()));
        }
        return new Question(tables, embedded.tokens().starts());
    }

    private float[] project(float[] vectors, int from) {
        float[] projected = new float[directions.length];
        double squares = 0;
        for (int i = 0; i < directions.length; i++) {
            float sum = 0;
            float[] direction = directions[i];
            for (int j = 0; j < mean.length; j++) {
                sum += direction[j] * (vectors[from + j] - mean[j]);
            }
            projected[i] = sum;
            squares += sum * sum;
        }
        float factor = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < projected.length; i++) {
            projected[i] *= factor;
        }
        return projected;
    }

    /** What each of the 256 values of each byte adds to the dot product with a question's token. */
    private float[] table(float[] projected) {
        float[] table = new float[bytesPerToken() * 256];
        for (int at = 0; at < bytesPerToken(); at++) {
            for (int value = 0; value < 256; value++) {
                float sum = 0;
                for (int i = 0; i < PER_BYTE; i++) {
                    sum += LEVELS[(value >> (2 * i)) & 3] * projected[at * PER_BYTE + i];
                }
                table[at * 256 + value] = sum;
            }
        }
        return table;
    }

    /** One over the length of a coded vector, which depends only on how many of its numbers are outer ones. */
    private float inverseLength(byte[] codes, int at) {
        int outer = 0;
        for (int i = at; i < at + bytesPerToken(); i++) {
            outer += Integer.bitCount(codes[i] & OUTER_BITS);
        }
        return (float) (1 / Math.sqrt(outer * OUTER * OUTER + (directions.length - outer) * INNER * INNER));
    }

    /** A question's tokens, ready to be compared with coded ones. */
    public final class Question {

        private final float[][] tables;
        private final int[] starts;

        private Question(float[][] tables, int[] starts) {
            this.tables = tables;
            this.starts = starts;
        }

        public int size() {
            return tables.length;
        }

        /** Offset in the question of each token's first character. */
        public int[] starts() {
            return starts;
        }

        /**
         * The cosine of every token of the question with every coded token: {@code [question token][coded token]}, in
         * [-1, 1] but for rounding.
         */
        public float[][] similarities(byte[] codes) {
            int bytes = bytesPerToken();
            int tokens = codes.length / bytes;
            float[] inverse = new float[tokens];
            for (int token = 0; token < tokens; token++) {
                inverse[token] = inverseLength(codes, token * bytes);
            }
            float[][] similarities = new float[tables.length][tokens];
            for (int row = 0; row < tables.length; row++) {
                float[] table = tables[row];
                for (int token = 0; token < tokens; token++) {
                    float sum = 0;
                    int base = token * bytes;
                    for (int i = 0; i < bytes; i++) {
                        sum += table[(i << 8) + (codes[base + i] & 0xFF)];
                    }
                    similarities[row][token] = sum * inverse[token];
                }
            }
            return similarities;
        }
    }
}
