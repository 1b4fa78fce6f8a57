package io.docent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against the same worked out plainly, one number after the other. */
class TokenCodecTest {

    private static final int NUMBERS = 8;
    private static final int BYTES = 2;
    private static final int TOKENS = 9;

    private final Random random = new Random(7);

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private TokenEmbeddings embedded(int tokens) {
        int[] each = IntStream.range(0, tokens).toArray();
        float[] vectors = numbers(tokens * NUMBERS);
        for (int token = 0; token < tokens; token++) {
            double squares = 0;
            for (int i = 0; i < NUMBERS; i++) {
                squares += vectors[token * NUMBERS + i] * vectors[token * NUMBERS + i];
            }
            for (int i = 0; i < NUMBERS; i++) {
                vectors[token * NUMBERS + i] /= (float) Math.sqrt(squares);
            }
        }
        return new TokenEmbeddings(numbers(3), new Tokens(each, each, each), NUMBERS, vectors);
    }

    @Test
    void aCodeTellsSignAndSizeOfEachNumber() {
        TokenEmbeddings passage = embedded(TOKENS);

        byte[] codes = TokenCodec.encode(passage, 2, TOKENS);

        assertThat(codes).hasSize((TOKENS - 2) * BYTES);
        for (int token = 2; token < TOKENS; token++) {
            double[] vector = vector(passage, token);
            for (int i = 0; i < NUMBERS; i++) {
                int code = codes[(token - 2) * BYTES + i / 4] >> (2 * (i % 4)) & 3;
                assertThat((code & 2) != 0).isEqualTo(vector[i] > 0);
                assertThat((code & 1) != 0).isEqualTo(Math.abs(vector[i]) > 0.9816 / Math.sqrt(NUMBERS));
            }
        }
    }

    @Test
    void everyTokenOfAQuestionIsComparedWithEveryCodedOne() {
        TokenEmbeddings passage = embedded(TOKENS);
        byte[] codes = TokenCodec.encode(passage, 0, TOKENS);
        for (int size = 1; size <= 6; size++) {
            TokenEmbeddings question = embedded(size);

            float[][] similarities = TokenCodec.question(question).similarities(codes);

            assertThat(similarities).hasNumberOfRows(size);
            for (int row = 0; row < size; row++) {
                for (int token = 0; token < TOKENS; token++) {
                    double expected = cosine(vector(question, row), decoded(codes, token));
                    assertThat(similarities[row][token]).isCloseTo((float) expected, within(1e-5f));
                }
            }
        }
    }

    private static double[] vector(TokenEmbeddings embedded, int token) {
        double[] vector = new double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            vector[i] = embedded.vectors()[token * NUMBERS + i];
        }
        return vector;
    }

    @Test
    void refusesNumbersThatDoNotFillTheirBytes() {
        assertThatThrownBy(() -> TokenCodec.bytesPerToken(7)).hasMessage("numbers of a token come in fours, not 7");
    }

    private static double[] decoded(byte[] codes, int token) {
        double[] levels = {-0.4528, -1.510, 0.4528, 1.510};
        double[] decoded = new double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            decoded[i] = levels[codes[token * BYTES + i / 4] >> (2 * (i % 4)) & 3];
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
