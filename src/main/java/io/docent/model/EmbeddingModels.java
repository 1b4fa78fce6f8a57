package io.docent.model;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
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
        return new MiniLmEmbeddingModel(settings.model(), more -> bytes(file, more), EmbeddingModels::tokenizer);
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

    private static WordPieceTokenizer tokenizer() throws IOException {
        try (InputStream vocabulary = open(VOCABULARY)) {
            return WordPieceTokenizer.read(vocabulary);
        }
    }

    /** Read in one piece: collecting what grows would leave twice the model behind on the heap. */
    private static byte[] bytes(String resource, byte[] more) throws IOException {
        URL url = EmbeddingModels.class.getResource(resource);
        if (url == null) {
            throw missing(resource);
        }
        URLConnection connection = url.openConnection();
        int length = connection.getContentLength();
        byte[] bytes = new byte[length + more.length];
        try (DataInputStream in = new DataInputStream(connection.getInputStream())) {
            in.readFully(bytes, 0, length);
        }
        System.arraycopy(more, 0, bytes, length, more.length);
        return bytes;
    }

    private static InputStream open(String resource) {
        InputStream stream = EmbeddingModels.class.getResourceAsStream(resource);
        if (stream == null) {
            throw missing(resource);
        }
        return stream;
    }

    private static IllegalStateException missing(String resource) {
        return new IllegalStateException(resource + " is missing from the class path");
    }
}
