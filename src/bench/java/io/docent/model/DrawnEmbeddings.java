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

    private final Map<Integer, List<float[]>> ofToken = new HashMap<>();
    private final List<float[]> all = new ArrayList<>();

    DrawnEmbeddings(MiniLmEmbeddingModel model, @Value("${" + AROUND + "}") Path folder) throws IOException {
        super(model);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(Files::isRegularFile).sorted().limit(TEXTS).toList()) {
                learn(model.embedTokens(Files.readString(file)));
            }
        }
    }

    private void learn(TokenEmbeddings embedded) {
        for (int token = 0; token < embedded.tokens().size(); token++) {
            List<float[]> known = ofToken.computeIfAbsent(embedded.tokens().ids()[token], id -> new ArrayList<>());
            if (known.size() < KEPT) {
                float[] vector = new float[dimension()];
                System.arraycopy(embedded.vectors(), token * dimension(), vector, 0, dimension());
                known.add(vector);
                all.add(vector);
            }
        }
    }

    @Override
    public TokenEmbeddings embedTokens(String text) {
        SplittableRandom random = new SplittableRandom(text.hashCode());
        Tokens tokens = tokenizer().tokenize(text);
        float[] whole = new float[dimension()];
        float[] vectors = new float[tokens.size() * dimension()];
        for (int token = 0; token < tokens.size(); token++) {
            List<float[]> known = ofToken.getOrDefault(tokens.ids()[token], all);
            float[] around = known.get(random.nextInt(known.size()));
            int from = token * dimension();
            for (int i = 0; i < around.length; i++) {
                // The sum of four even numbers is near enough to a normal distribution, and quick.
                double noise =
                        random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2;
                vectors[from + i] = around[i] + (float) (noise * Math.sqrt(3) * DEVIATION);
            }
            normalise(vectors, from);
            for (int i = 0; i < whole.length; i++) {
                whole[i] += vectors[from + i];
            }
        }
        normalise(whole, 0);
        return new TokenEmbeddings(whole, tokens, vectors);
    }

    private void normalise(float[] vectors, int from) {
        double squares = 0;
        for (int i = from; i < from + dimension(); i++) {
            squares += vectors[i] * vectors[i];
        }
        float factor = (float) (1 / Math.sqrt(Math.max(1e-12, squares)));
        for (int i = from; i < from + dimension(); i++) {
            vectors[i] *= factor;
        }
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(segments.stream()
                .map(segment -> Embedding.from(embedTokens(segment.text()).whole()))
                .toList());
    }
}
