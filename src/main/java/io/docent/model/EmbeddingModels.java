package io.docent.model;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Makes the embedding model that the settings name. */
@Factory
final class EmbeddingModels {

    /** A model's name to its file, both as langchain4j packs them. */
    private static final Map<String, String> FILES = Map.of(
            "all-minilm-l6-v2-q", "/all-minilm-l6-v2-q.onnx",
            "all-minilm-l6-v2", "/all-minilm-l6-v2.onnx");

    private static final String VOCABULARY = "/bert-vocabulary-en.txt";

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(notEnv = NamedEmbeddingModel.ENVIRONMENT)
    MiniLmEmbeddingModel inProcess(EmbeddingSettings settings) {
        String file = file(settings);
        try (InputStream vocabulary = open(VOCABULARY)) {
            return new MiniLmEmbeddingModel(settings.model(), () -> bytes(file), WordPieceTokenizer.read(vocabulary));
        } catch (IOException e) {
            throw new UncheckedIOException("the embedding model's vocabulary cannot be read", e);
        }
    }

    @Singleton
    @Requires(env = NamedEmbeddingModel.ENVIRONMENT)
    NamedEmbeddingModel named(EmbeddingSettings settings) {
        file(settings);
        return new NamedEmbeddingModel(settings.model(), MiniLmEmbeddingModel.DIMENSION);
    }

    private static String file(EmbeddingSettings settings) {
        String file = FILES.get(settings.model());
        if (file == null) {
            throw new ConfigurationException("docent.embedding.model is '" + settings.model()
                    + "', which Docent does not have; allowed are "
                    + String.join(", ", FILES.keySet().stream().sorted().toList()));
        }
        return file;
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream stream = open(resource)) {
            return stream.readAllBytes();
        }
    }

    private static InputStream open(String resource) {
        InputStream stream = EmbeddingModels.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException(resource + " is missing from the class path");
        }
        return stream;
    }
}
