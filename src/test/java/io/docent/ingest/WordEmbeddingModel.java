package io.docent.ingest;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Embeds a text as the sum of a random direction for each of its words, and counts how often it is asked to. */
@Singleton
@Primary
@Requires(property = WordEmbeddingModel.NAME)
final class WordEmbeddingModel implements EmbeddingModel {

    static final String NAME = "test.embedding.name";
    static final String PAUSE = "test.embedding.pause";

    private static final int DIMENSION = 64;

    private final String name;
    private final Duration pause;
    private final AtomicInteger texts = new AtomicInteger();

    WordEmbeddingModel(@Value("${" + NAME + "}") String name, @Value("${" + PAUSE + ":0ms}") Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    /** How many texts were embedded so far. */
    int texts() {
        return texts.get();
    }

    @Override
    public String modelName() {
        return name;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(segments.stream()
                .map(segment -> Embedding.from(vector(segment.text())))
                .toList());
    }

    private float[] vector(String text) {
        texts.incrementAndGet();
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        float[] sum = new float[DIMENSION];
        for (String word : text.split("\\W+")) {
            Random random = new Random((name + word).hashCode());
            for (int i = 0; i < DIMENSION; i++) {
                sum[i] += (float) random.nextGaussian();
            }
        }
        double squares = 0;
        for (float number : sum) {
            squares += number * number;
        }
        for (int i = 0; i < DIMENSION; i++) {
            sum[i] /= (float) Math.sqrt(squares);
        }
        return sum;
    }
}
