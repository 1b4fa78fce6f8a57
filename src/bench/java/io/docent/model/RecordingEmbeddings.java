package io.docent.model;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The shipped model, and a record of the texts it was given: where {@link #ON} is set. */
@Singleton
@Primary
@Requires(property = RecordingEmbeddings.ON)
public final class RecordingEmbeddings extends AroundMiniLm {

    public static final String ON = "bench.recording";

    private final Queue<String> texts = new ConcurrentLinkedQueue<>();

    RecordingEmbeddings(MiniLmEmbeddingModel model) {
        super(model);
    }

    /** What ONNX Runtime was given: the rows of the vocabulary, the special ones around them included. */
    public List<long[]> sequences() {
        return texts.stream().map(this::sequence).toList();
    }

    private long[] sequence(String text) {
        int[] ids = tokenizer().tokenize(text).ids();
        long[] sequence = new long[ids.length + 2];
        sequence[0] = tokenizer().row("[CLS]");
        for (int i = 0; i < ids.length; i++) {
            sequence[i + 1] = ids[i];
        }
        sequence[ids.length + 1] = tokenizer().row("[SEP]");
        return sequence;
    }

    @Override
    public TokenEmbeddings embedTokens(String text) {
        texts.add(text);
        return model.embedTokens(text);
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return model.embedAll(segments);
    }
}
