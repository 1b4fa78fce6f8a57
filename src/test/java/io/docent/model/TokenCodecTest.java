package io.docent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against the same worked out plainly, one number after the other. */
class TokenCodecTest {

    /** No multiple of the four that are worked on together. */
    private static final int DIMENSION = 11;

    private static final int DIRECTIONS = 8;
    private static final int TOKENS = 9;

    private final Random random = new Random(7);
    private final float[] mean = numbers(DIMENSION);
    private final float[][] directions =
            IntStream.range(0, DIRECTIONS).mapToObj(i -> numbers(DIMENSION)).toArray(float[][]::new);
    private final TokenCodec codec = new TokenCodec(mean, directions);

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private TokenEmbeddings embedded(int tokens) {
        int[] each = IntStream.range(0, tokens).toArray();
        return new TokenEmbeddings(numbers(DIMENSION), new Tokens(each, each, each), numbers(tokens * DIMENSION));
    }

    @Test
    void aCodeTellsSignAndSizeOfEachNumberOfTheProjection() {
        TokenEmbeddings passage = embedded(TOKENS);

        byte[] codes = codec.encode(passage, 2, TOKENS);

        assertThat(codes).hasSize((TOKENS - 2) * codec.bytesPerToken());
        for (int token = 2; token < TOKENS; token++) {
            double[] projected = projected(passage, token);
            for (int i = 0; i < DIRECTIONS; i++) {
                int code = codes[(token - 2) * codec.bytesPerToken() + i / 4] >> (2 * (i % 4)) & 3;
                assertThat((code & 2) != 0).isEqualTo(projected[i] > 0);
                assertThat((code & 1) != 0).isEqualTo(Math.abs(projected[i]) > 0.9816 / Math.sqrt(DIRECTIONS));
            }
        }
    }

    @Test
    void everyTokenOfAQuestionIsComparedWithEveryCodedOne() {
        TokenEmbeddings passage = embedded(TOKENS);
        byte[] codes = codec.encode(passage, 0, TOKENS);
        for (int size = 1; size <= 6; size++) {
            TokenEmbeddings question = embedded(size);

            float[][] similarities = codec.question(question).similarities(codes);

            assertThat(similarities).hasNumberOfRows(size);
            for (int row = 0; row < size; row++) {
                for (int token = 0; token < TOKENS; token++) {
                    double expected = cosine(projected(question, row), decoded(codes, token));
                    assertThat(similarities[row][token]).isCloseTo((float) expected, within(1e-5f));
                }
            }
        }
    }

    private double[] projected(TokenEmbeddings embedded, int token) {
        double[] projected = new double[DIRECTIONS];
        double squares = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            for (int j = 0; j < DIMENSION; j++) {
                projected[i] += directions[i][j] * (embedded.vectors()[token * DIMENSION + j] - mean[j]);
            }
            squares += projected[i] * projected[i];
        }
        for (int i = 0; i < DIRECTIONS; i++) {
            projected[i] /= Math.sqrt(squares);
        }
        return projected;
    }

    private double[] decoded(byte[] codes, int token) {
        double[] levels = {-0.4528, -1.510, 0.4528, 1.510};
        double[] decoded = new double[DIRECTIONS];
        for (int i = 0; i < DIRECTIONS; i++) {
            decoded[i] = levels[codes[token * codec.bytesPerToken() + i / 4] >> (2 * (i % 4)) & 3];
        }
        return decoded;
    }

    private static double cosine(double[] unit, double[] other) {
        double dot = 0;
        double squares = 0;
        for (int i = 0; i < unit.length; i++) {
            dot += unit[i] * other[i];
            squares += other[i] * other[i];
        }
        return dot / Math.sqrt(squares);
    }
}
