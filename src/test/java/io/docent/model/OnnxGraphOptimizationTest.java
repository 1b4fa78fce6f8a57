package io.docent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxGraphOptimizationTest {

    private static final String INT8 = "all-minilm-l6-v2-q.onnx";

    @ParameterizedTest
    @ValueSource(strings = {INT8, "all-minilm-l6-v2.onnx"})
    void changesNothingOfTheResultAndNeedsNoMask(String file) throws Exception {
        byte[] model = read(file);
        byte[] optimised = model.clone();
        OnnxGraphOptimization.apply(optimised);

        try (OrtSession before = session(model);
                OrtSession after = session(optimised)) {
            assertThat(after.getInputNames()).containsExactlyInAnyOrder("input_ids", "token_type_ids");
            for (int length : new int[] {1, 17, 256}) {
                assertThat(distance(run(before, length), run(after, length))).isLessThan(1e-6);
            }
        }
    }

    @Test
    void lessIsAddedByItself(@TempDir Path folder) throws Exception {
        byte[] model = read(INT8);
        Path before = folder.resolve("before.onnx");
        Path after = folder.resolve("after.onnx");

        write(model, before);
        OnnxGraphOptimization.apply(model);
        write(model, after);

        // Of 8 a layer and 2 of the embeddings, what is left is 2 a layer and 2: residuals and kinds of embeddings.
        assertThat(additions(before)).isEqualTo(50);
        assertThat(additions(after)).isEqualTo(14);
    }

    @Test
    void noConstantIsLeftThatNobodyNeeds() throws Exception {
        byte[] bytes = read(INT8);
        OnnxGraphOptimization.apply(bytes);

        List<List<String>> outputs = new ArrayList<>();
        Set<String> inputs = new HashSet<>();
        ProtocolBuffer model = new ProtocolBuffer(bytes);
        for (ProtocolBuffer.Field node : nodes(model)) {
            inputs.addAll(texts(model, node, 1));
            if (texts(model, node, 1).isEmpty()) {
                outputs.add(texts(model, node, 2));
            }
        }

        assertThat(outputs)
                .hasSizeGreaterThan(100)
                .allSatisfy(names -> assertThat(inputs).containsAnyElementsOf(names));
    }

    private static List<ProtocolBuffer.Field> nodes(ProtocolBuffer model) {
        return model.fields(7).stream()
                .flatMap(graph -> model.fields(graph).stream())
                .filter(field -> field.number() == 1)
                .toList();
    }

    private static List<String> texts(ProtocolBuffer model, ProtocolBuffer.Field message, int number) {
        return model.fields(message).stream()
                .filter(field -> field.number() == number)
                .map(field ->
                        new String(model.bytes(), field.start(), field.end() - field.start(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void whatIsNoModelIsRefused() {
        assertThatThrownBy(() -> OnnxGraphOptimization.apply("no model".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing can be read at byte");
    }

    @Test
    void aMaskThatIsMoreThanAddedCannotBeTakenOut() {
        byte[] model = new OnnxGraphPart()
                .matrix("weights", 1, new float[] {2})
                .apply("Add", "text", "weights", "attention_scores")
                .apply("Mul", "attention_scores", "attention_mask", "weighed")
                .bytes();

        assertThatThrownBy(() -> OnnxGraphOptimization.apply(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the mask goes into Mul of [weighed], and cannot be taken out");
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(OnnxGraphOptimizationTest.class.getResourceAsStream("/" + file))) {
            return in.readAllBytes();
        }
    }

    private static OrtSession session(byte[] model) throws OrtException {
        return OnnxEnvironment.get().createSession(model, new OrtSession.SessionOptions());
    }

    private static void write(byte[] model, Path optimised) throws OrtException {
        try (var options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.EXTENDED_OPT);
            options.setOptimizedModelFilePath(optimised.toString());
            OnnxEnvironment.get().createSession(model, options).close();
        }
    }

    /** How many nodes there are with the operator "Add": the field 4, its length, its name. */
    private static int additions(Path model) throws IOException {
        String bytes = Files.readString(model, StandardCharsets.ISO_8859_1);
        return bytes.split("\"\u0003Add", -1).length - 1;
    }

    private static float[] run(OrtSession session, int length) throws OrtException {
        long[] ids = LongStream.range(0, length).map(i -> 1_000 + 97 * i).toArray();
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String name : session.getInputNames()) {
                inputs.put(name, tensor(name, ids));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                FloatBuffer hidden = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] numbers = new float[hidden.remaining()];
                hidden.get(numbers);
                return numbers;
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor tensor(String name, long[] ids) throws OrtException {
        long[] numbers = name.equals("input_ids") ? ids : new long[ids.length];
        if (name.equals("attention_mask")) {
            Arrays.fill(numbers, 1);
        }
        return OnnxTensor.createTensor(OnnxEnvironment.get(), LongBuffer.wrap(numbers), new long[] {1, ids.length});
    }

    /** Of the greatest difference of two numbers. */
    private static double distance(float[] one, float[] other) {
        assertThat(one).hasSameSizeAs(other);
        double most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs(one[i] - other[i]));
        }
        return most;
    }
}
