package io.docent.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** A question's tokens that are scored at once: their sums do not wait for each other. */
    private static final int AT_ONCE = 4;

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

    /**
     * The directions, all their first numbers, then all their second ones: a sum for each direction side by side is what
     * the JVM makes vector instructions of, and adds up in the same order as one sum after the other.
     */
    private final float[] columns;

    private final int directions;

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
        this.directions = directions.length;
        this.columns = new float[mean.length * directions.length];
        for (int i = 0; i < directions.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                columns[j * directions.length + i] = directions[i][j];
            }
        }
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
        return directions / PER_BYTE;
    }

    /** The codes of the tokens {@code [from, to)}, one after the other. */
    public byte[] encode(TokenEmbeddings embedded, int from, int to) {
        int bytes = bytesPerToken();
        byte[] codes = new byte[(to - from) * bytes];
        float divide = DIVIDE / (float) Math.sqrt(directions);
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
        int tokens = embedded.tokens().size();
        float[][] tables = new float[Math.ceilDiv(tokens, AT_ONCE)][bytesPerToken() * 256 * AT_ONCE];
        for (int token = 0; token < tokens; token++) {
            float[] projected = project(embedded.vectors(), token * embedded.dimension());
            fill(tables[token / AT_ONCE], token % AT_ONCE, projected);
        }
        return new Question(tables, embedded.tokens().starts());
    }

    private float[] project(float[] vectors, int from) {
        float[] projected = new float[directions];
        int j = 0;
        for (; j + 3 < mean.length; j += 4) {
            addFour(vectors, from, j, projected);
        }
        for (; j < mean.length; j++) {
            float number = vectors[from + j] - mean[j];
            for (int i = 0; i < projected.length; i++) {
                projected[i] += columns[j * directions + i] * number;
            }
        }
        double squares = 0;
        for (float number : projected) {
            squares += number * number;
        }
        float factor = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < projected.length; i++) {
            projected[i] *= factor;
        }
        return projected;
    }

    /** Four numbers a pass: each sum is fetched and put back a quarter as often. */
    private void addFour(float[] vectors, int from, int j, float[] projected) {
        float first = vectors[from + j] - mean[j];
        float second = vectors[from + j + 1] - mean[j + 1];
        float third = vectors[from + j + 2] - mean[j + 2];
        float fourth = vectors[from + j + 3] - mean[j + 3];
        int column = j * directions;
        for (int i = 0; i < projected.length; i++) {
            projected[i] = projected[i]
                    + columns[column + i] * first
                    + columns[column + directions + i] * second
                    + columns[column + 2 * directions + i] * third
                    + columns[column + 3 * directions + i] * fourth;
        }
    }

    /** What each of the 256 values of each byte adds to the dot product with a question's token; for some, in turn. */
    private void fill(float[] table, int turn, float[] projected) {
        for (int at = 0; at < bytesPerToken(); at++) {
            for (int value = 0; value < 256; value++) {
                float sum = 0;
                for (int i = 0; i < PER_BYTE; i++) {
                    sum += LEVELS[(value >> (2 * i)) & 3] * projected[at * PER_BYTE + i];
                }
                table[((at << 8) + value) * AT_ONCE + turn] = sum;
            }
        }
    }

    /** One over the length of a coded vector, which depends only on how many of its numbers are outer ones. */
    private float inverseLength(byte[] codes, int at) {
        int outer = 0;
        for (int i = at; i < at + bytesPerToken(); i++) {
            outer += Integer.bitCount(codes[i] & OUTER_BITS);
        }
        return (float) (1 / Math.sqrt(outer * OUTER * OUTER + (directions - outer) * INNER * INNER));
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
            return starts.length;
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
            // The last table may be for more tokens than there are.
            float[][] similarities = new float[tables.length * AT_ONCE][tokens];
            for (int some = 0; some < tables.length; some++) {
                score(tables[some], codes, inverse, similarities, some * AT_ONCE);
            }
            return Arrays.copyOf(similarities, size());
        }

        private void score(float[] table, byte[] codes, float[] inverse, float[][] similarities, int from) {
            int bytes = bytesPerToken();
            for (int token = 0; token < inverse.length; token++) {
                float first = 0;
                float second = 0;
                float third = 0;
                float fourth = 0;
                int base = token * bytes;
                for (int i = 0; i < bytes; i++) {
                    int at = ((i << 8) + (codes[base + i] & 0xFF)) * AT_ONCE;
                    first += table[at];
                    second += table[at + 1];
                    third += table[at + 2];
                    fourth += table[at + 3];
                }
                similarities[from][token] = first * inverse[token];
                similarities[from + 1][token] = second * inverse[token];
                similarities[from + 2][token] = third * inverse[token];
                similarities[from + 3][token] = fourth * inverse[token];
            }
        }
    }
}
