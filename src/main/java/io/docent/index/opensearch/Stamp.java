package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What an index was made with, kept in its mapping.
 *
 * @param model name of the embedding model
 * @param dimension of its embeddings
 */
record Stamp(String model, int dimension) {

    /** Raised with every change of what is written; an index of another version is made anew. */
    static final int FORMAT = 2;

    Map<String, Object> toMap() {
        return Map.of("model", model, "dimension", dimension, "format", FORMAT);
    }

    /** Whether a mapping's {@code _meta} says the same. */
    boolean is(JsonNode meta) {
        return model.equals(meta.path("model").asText())
                && dimension == meta.path("dimension").asInt()
                && FORMAT == meta.path("format").asInt();
    }
}
