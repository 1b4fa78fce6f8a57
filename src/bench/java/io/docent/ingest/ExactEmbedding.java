package io.docent.ingest;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.docent.document.Document;
import io.docent.index.FoundPassage;
import java.util.List;

/** The vectors of passages as the model gives them, before the index makes bytes of them. */
public final class ExactEmbedding {

    private final PassageEmbedder embedder;

    public ExactEmbedding(EmbeddingModel model) {
        embedder = new PassageEmbedder(model);
    }

    /** Of length 1. */
    public float[] of(FoundPassage found) {
        var record = found.document();
        Document titled = new Document(
                record.id(),
                record.title(),
                record.source(),
                record.mediaType(),
                found.passage().text(),
                List.of(),
                List.of(),
                record.hash());
        return embedder.embed(titled, found.passage()).embedding();
    }
}
