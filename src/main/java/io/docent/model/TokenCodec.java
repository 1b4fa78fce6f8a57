package io.docent.model;

import java.util.Arrays;

/**
 * Writes token vectors in 24 bytes each, so that they can be kept for every passage, and scores them against a
 * question's without unpacking them.
 *
 * <p>Each number of a vector is written in two bits, with the levels that lose least of a normal distribution (Max 1960;
 * Lloyd 1982). Scoring reads one table entry for each byte, as product quantisation does (Jégou et al. 2011). Measured on
 * XQuAD: no loss against the full vectors; see docs/decisions. For any thread.
 */
public final class TokenCodec {

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

    private TokenCodec() {}

    /** Bytes of a token of which the model tells so many numbers: a multiple of four. */
    static int bytesPerToken(int numbers) {
        if (numbers % PER_BYTE != 0) {
            throw new IllegalArgumentException("numbers of a token come in fours, not " + numbers);
        }
        return numbers / PER_BYTE;
    }

    /** The codes of the tokens {@code [from, to)}, one after the other. */
    public static byte[] encode(TokenEmbeddings embedded, int from, int to) {
        int size = embedded.tokenSize();
        int bytes = bytesPerToken(size);
        byte[] codes = new byte[(to - from) * bytes];
        float divide = DIVIDE / (float) Math.sqrt(size);
        for (int token = from; token < to; token++) {
            for (int i = 0; i < size; i++) {
                float number = embedded.vectors()[token * size + i];
                int code = (number > 0 ? 2 : 0) | (Math.abs(number) > divide ? 1 : 0);
                codes[(token - from) * bytes + i / PER_BYTE] |= (byte) (code << (2 * (i % PER_BYTE)));
            }
        }
        return codes;
    }

    /** Prepares the tokens of a question for scoring. */
    public static Question question(TokenEmbeddings embedded) {
        int tokens = embedded.tokens().size();
        int bytes = bytesPerToken(embedded.tokenSize());
        float[][] tables = new float[Math.ceilDiv(tokens, AT_ONCE)][bytes * 256 * AT_ONCE];
        for (int token = 0; token < tokens; token++) {
            fill(tables[token / AT_ONCE], token % AT_ONCE, embedded.vectors(), token * embedded.tokenSize(), bytes);
        }
        return new Question(tables, embedded.tokens().starts(), bytes);
    }

    /** What each of the 256 values of each byte adds to the dot product with a question's token; for some, in turn. */
    private static void fill(float[] table, int turn, float[] vectors, int from, int bytes) {
        for (int at = 0; at < bytes; at++) {
            for (int value = 0; value < 256; value++) {
                float sum = 0;
                for (int i = 0; i < PER_BYTE; i++) {
                    sum += LEVELS[(value >> (2 * i)) & 3] * vectors[from + at * PER_BYTE + i];
                }
                table[((at << 8) + value) * AT_ONCE + turn] = sum;
            }
        }
    }

    /** One over the length of a coded vector, which depends only on how many of its numbers are outer ones. */
    private static float inverseLength(byte[] codes, int at, int bytes) {
        int outer = 0;
        for (int i = at; i < at + bytes; i++) {
            outer += Integer.bitCount(codes[i] & OUTER_BITS);
        }
        return (float) (1 / Math.sqrt(outer * OUTER * OUTER + (bytes * PER_BYTE - outer) * INNER * INNER));
    }

    /** A question's tokens, ready to be compared with coded ones. */
    public static final class Question {

        private final float[][] tables;

        private final int[] starts;
        private final int bytes;

        private Question(float[][] tables, int[] starts, int bytes) {
            this.tables = tables;
            this.starts = starts;
            this.bytes = bytes;
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
            int tokens = codes.length / bytes;
            float[] inverse = new float[tokens];
            for (int token = 0; token < tokens; token++) {
                inverse[token] = inverseLength(codes, token * bytes, bytes);
            }
            // The last table may be for more tokens than there are.
            float[][] similarities = new float[tables.length * AT_ONCE][tokens];
            for (int some = 0; some < tables.length; some++) {
                score(tables[some], codes, inverse, similarities, some * AT_ONCE);
            }
            return Arrays.copyOf(similarities, size());
        }

        private void score(float[] table, byte[] codes, float[] inverse, float[][] similarities, int from) {
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
