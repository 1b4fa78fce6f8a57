package io.docent.bench;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.loader.FileSystemDocumentLoader;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.nio.file.Path;
import java.util.List;

/** Indexes as langchain4j's documentation shows it. */
final class Peer {

    private final EmbeddingModel model;

    /** @param model one of langchain4j's own in process, loaded already */
    Peer(EmbeddingModel model) {
        this.model = model;
        model.embed("A first text makes everything ready.");
    }

    /** Seconds from files to a store in memory. */
    double index(Path folder) {
        long start = System.nanoTime();
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        List<Document> documents = FileSystemDocumentLoader.loadDocumentsRecursively(folder);
        EmbeddingStoreIngestor ingestor = EmbeddingStoreIngestor.builder()
                .documentSplitter(DocumentSplitters.recursive(300, 30))
                .embeddingModel(model)
                .embeddingStore(store)
                .build();
        ingestor.ingest(documents);
        return (System.nanoTime() - start) / 1e9;
    }
}
