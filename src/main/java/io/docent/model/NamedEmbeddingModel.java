package io.docent.model;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;

/**
 * The model that the settings name, known by its name alone: where what it made is moved and nothing is embedded, it is
 * not loaded.
 */
public final class NamedEmbeddingModel implements EmbeddingModel {

    /** Micronaut's environment in which this stands for the model. */
    public static final String ENVIRONMENT = "moving";

    private final String name;
    private final int dimension;

    NamedEmbeddingModel(String name, int dimension) {
        this.name = name;
        this.dimension = dimension;
    }

    @Override
    public String modelName() {
        return name;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        throw new IllegalStateException(name + " is not loaded: nothing is to be embedded here");
    }
}
