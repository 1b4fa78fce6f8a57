package io.docent.model;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Vectors drawn around those that the shipped model gave the same tokens in some texts of the folder
 * {@link #AROUND}: for indexes so large that only time and memory are measured with them. For any thread.
 */
@Singleton
@Primary
@Requires(property = DrawnEmbeddings.AROUND)
public final class DrawnEmbeddings extends AroundMiniLm {

    public static final String AROUND = "bench.drawn-around";

    private static final int TEXTS = 1_500;
    private static final int KEPT = 30;

    /** In each of 384 dimensions: a drawn vector has a cosine of about 0.9 with the one it is drawn around. */
    private static final double DEVIATION = 0.025;

    private final Map<Integer, List<Known>> ofToken = new HashMap<>();
    private final List<Known> all = new ArrayList<>();

    DrawnEmbeddings(MiniLmEmbeddingModel model, @Value("${" + AROUND + "}") Path folder) throws IOException {
        super(model);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(Files::isRegularFile).sorted().limit(TEXTS).toList()) {
                learn(Files.readString(file));
            }
        }
    }

    private void learn(String text) {
        TokenEmbeddings embedded = model.embedTokens(text);
        float[] hidden = model.hiddenStates(text);
        int size = embedded.tokenSize();
        for (int token = 0; token < embedded.tokens().size(); token++) {
            List<Known> known = ofToken.computeIfAbsent(embedded.tokens().ids()[token], id -> new ArrayList<>());
            if (known.size() < KEPT) {
                Known one = new Known(
                        Arrays.copyOfRange(hidden, token * dimension(), (token + 1) * dimension()),
                        Arrays.copyOfRange(embedded.vectors(), token * size, (token + 1) * size));
                known.add(one);
                all.add(one);
            }
        }
    }

    @Override
    public TokenEmbeddings embedTokens(String text) {
        SplittableRandom random = new SplittableRandom(text.hashCode());
        Tokens tokens = tokenizer().tokenize(text);
        float[] whole = new float[dimension()];
        int size = all.getFirst().projected.length;
        float[] vectors = new float[tokens.size() * size];
        for (int token = 0; token < tokens.size(); token++) {
            List<Known> known = ofToken.getOrDefault(tokens.ids()[token], all);
            Known around = known.get(random.nextInt(known.size()));
            float[] hidden = drawn(around.hidden, DEVIATION, random);
            for (int i = 0; i < whole.length; i++) {
                whole[i] += hidden[i];
            }
            double deviation = DEVIATION * Math.sqrt((double) dimension() / size);
            System.arraycopy(drawn(around.projected, deviation, random), 0, vectors, token * size, size);
        }
        normalise(whole);
        return new TokenEmbeddings(whole, tokens, size, vectors);
    }

    private static float[] drawn(float[] around, double deviation, SplittableRandom random) {
        float[] drawn = new float[around.length];
        for (int i = 0; i < around.length; i++) {
            // The sum of four even numbers is near enough to a normal distribution, and quick.
            double noise = random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2;
            drawn[i] = around[i] + (float) (noise * Math.sqrt(3) * deviation);
        }
        normalise(drawn);
        return drawn;
    }

    private static void normalise(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += number * number;
        }
        float factor = (float) (1 / Math.sqrt(Math.max(1e-12, squares)));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    /** A token's vector as the model made it, and the same in fewer directions. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Known(float[] hidden, float[] projected) {}

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(segments.stream()
                .map(segment -> Embedding.from(embedTokens(segment.text()).whole()))
                .toList());
    }
}
