package io.docent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiniLmEmbeddingModelTest {

    private static final String TEXT = "The missile traveled approximately 900 kilometers into waters off the coast.";

    private static final MiniLmEmbeddingModel INT8 =
            new EmbeddingModels().inProcess(new EmbeddingSettings("all-minilm-l6-v2-q"));

    @ParameterizedTest
    @ValueSource(strings = {TEXT, "Hi", "東京は日本の首都です。", "int main(void) { return 0; }"})
    void givesTheVectorOfTheStockClassOfTheSameModel(String text) {
        EmbeddingModel stock = new AllMiniLmL6V2QuantizedEmbeddingModel();

        Embedding ours = INT8.embed(text).content();

        assertThat(CosineSimilarity.between(ours, stock.embed(text).content())).isCloseTo(1, within(1e-4));
    }

    @Test
    void givesTheVectorOfTheStockFp32ClassWhenThatModelIsSet() {
        try (var fp32 = new EmbeddingModels().inProcess(new EmbeddingSettings("all-minilm-l6-v2"))) {
            EmbeddingModel stock = new AllMiniLmL6V2EmbeddingModel();

            Embedding ours = fp32.embed(TEXT).content();

            assertThat(CosineSimilarity.between(ours, stock.embed(TEXT).content()))
                    .isCloseTo(1, within(1e-4));
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void mayBeClosedWhileOthersEmbed() throws Exception {
        MiniLmEmbeddingModel model = new EmbeddingModels().inProcess(new EmbeddingSettings("all-minilm-l6-v2-q"));
        try (ExecutorService others = Executors.newFixedThreadPool(3)) {
            CountDownLatch begun = new CountDownLatch(3);
            List<Future<?>> embedding = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                embedding.add(others.submit(() -> {
                    for (int text = 0; text < 100_000; text++) {
                        model.embed(TEXT);
                        begun.countDown();
                    }
                }));
            }
            begun.await();

            model.close();

            for (Future<?> one : embedding) {
                assertThatThrownBy(one::get)
                        .hasRootCauseInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("the service is stopping");
            }
        }
    }

    @Test
    void givesAVectorOfLengthOneForEveryToken() {
        TokenEmbeddings embedded = INT8.embedTokens(TEXT);

        assertThat(embedded.tokens().size()).isEqualTo(INT8.tokenizer().count(TEXT));
        for (int token = 0; token < embedded.tokens().size(); token++) {
            assertThat(length(embedded.vectors(), token * 96, 96)).isCloseTo(1, within(1e-4));
        }
        assertThat(length(embedded.whole(), 0, 384)).isCloseTo(1, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void tellsOfATokenWhereItLiesInTheDirectionsThatWereLearnt(int times) throws Exception {
        String text = TEXT.repeat(times);
        List<float[]> rows = projection();

        TokenEmbeddings embedded = INT8.embedTokens(text);

        float[] hidden = INT8.hiddenStates(text);
        assertThat(embedded.tokenSize()).isEqualTo(96);
        assertThat(hidden).hasSize(embedded.tokens().size() * 384);
        for (int token = 0; token < embedded.tokens().size(); token++) {
            assertThat(length(hidden, token * 384, 384)).isCloseTo(1, within(1e-4));
            float[] expected = new float[96];
            for (int direction = 0; direction < 96; direction++) {
                for (int i = 0; i < 384; i++) {
                    expected[direction] += rows.get(direction + 1)[i] * (hidden[token * 384 + i] - rows.getFirst()[i]);
                }
            }
            double length = length(expected, 0, 96);
            for (int direction = 0; direction < 96; direction++) {
                assertThat(embedded.vectors()[token * 96 + direction])
                        .isCloseTo((float) (expected[direction] / length), within(1e-5f));
            }
        }
    }

    /** The mean, then the directions. */
    private static List<float[]> projection() throws IOException {
        List<float[]> rows = new ArrayList<>();
        URL resource = Objects.requireNonNull(TokenProjection.class.getResource("token-projection.txt"));
        for (String line : Files.readAllLines(Path.of(resource.getPath()))) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(": ?", 2);
                float[] row = new float[384];
                String[] numbers = parts[1].split(" ");
                for (int i = 0; i < row.length; i++) {
                    row[i] = Float.parseFloat(parts[0]) * Integer.parseInt(numbers[i]);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void readsATextLongerThanItsWindowToTheEnd() {
        String filler = "The committee met again in the afternoon to discuss the budget of the library. ".repeat(30);

        TokenEmbeddings without = INT8.embedTokens(filler);
        TokenEmbeddings with = INT8.embedTokens(filler + "Penguins waddle over Antarctic ice.");

        assertThat(without.tokens().size()).isGreaterThan(INT8.maximumTokens());
        assertThat(cosine(without.whole(), with.whole())).isLessThan(0.999);
    }

    @Test
    void embedsAnEmptyText() {
        TokenEmbeddings embedded = INT8.embedTokens("");

        assertThat(embedded.tokens().size()).isZero();
        assertThat(length(embedded.whole(), 0, 384)).isCloseTo(1, within(1e-4));
    }

    @Test
    void namesTheSettingOfAModelItDoesNotHave() {
        assertThatThrownBy(() -> new EmbeddingModels().inProcess(new EmbeddingSettings("bert")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "docent.embedding.model is 'bert', which Docent does not have; allowed are all-minilm-l6-v2, all-minilm-l6-v2-q");
    }

    private static double length(float[] vectors, int from, int dimension) {
        double squares = 0;
        for (int i = from; i < from + dimension; i++) {
            squares += vectors[i] * vectors[i];
        }
        return Math.sqrt(squares);
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
        }
        return dot;
    }
}
