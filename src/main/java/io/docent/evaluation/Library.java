package io.docent.evaluation;

import io.docent.answer.AnswerSteps;
import io.docent.answer.Answerer;
import io.docent.answer.SupportCheck;
import io.docent.chat.FollowUps;
import io.docent.document.DocumentId;
import io.docent.document.RawDocument;
import io.docent.index.Origin;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.docent.ingest.Ingester;
import io.docent.ingest.Ingestion;
import io.docent.ingest.Ingestion.Indexed;
import io.docent.ingest.Ingestion.Unchanged;
import io.docent.ingest.Ingestion.Unreadable;
import io.docent.model.TokenEmbeddingModel;
import io.docent.retrieval.Retriever;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The documents of one data set in an index of their own, with everything the chat answers from; without a server. For
 * any thread, but for changes of the documents.
 */
final class Library implements AutoCloseable {

    /** A file's time says nothing here, but must be the same from run to run. */
    private static final Instant MODIFIED = Instant.EPOCH;

    private static final int COMMIT_EVERY = 100;

    private final ApplicationContext context;
    private final PassageIndex index;
    private final Ingester ingester;
    private final Workers workers;
    private final Map<String, DocumentId> ids = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Queue<Unreadable> unreadable = new ConcurrentLinkedQueue<>();

    /** Opens a data folder, with what may be in its index. */
    Library(Path data, Workers workers) {
        this.workers = workers;
        this.context = ApplicationContext.builder()
                .properties(Map.of(
                        "docent.data",
                        data.toString(),
                        "datasources.default.url",
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"))
                .banner(false)
                .start();
        this.index = context.getBean(PassageIndex.class);
        this.ingester = context.getBean(Ingester.class);
    }

    /**
     * Brings documents into the index; those it has are left alone.
     *
     * @param progress told how many are done
     */
    void add(List<Original> documents, IntConsumer progress) {
        AtomicInteger done = new AtomicInteger();
        workers.map(documents, document -> {
            add(document);
            int soFar = done.incrementAndGet();
            if (soFar % COMMIT_EVERY == 0) {
                ingester.commit(); // what is kept for the next run survives a run that is stopped
            }
            progress.accept(soFar);
            return document;
        });
        ingester.commit();
    }

    private void add(Original document) throws InterruptedException {
        RawDocument raw =
                new RawDocument(document.name(), null, document.bytes().get());
        Ingestion outcome = ingester.ingest(Origin.FOLDER, raw, MODIFIED);
        switch (outcome) {
            case Indexed indexed -> ids.put(document.name(), indexed.id());
            case Unchanged unchanged -> ids.put(document.name(), unchanged.id());
            case Unreadable failure -> unreadable.add(failure);
        }
    }

    /** Takes documents out of the index. */
    void remove(Collection<Original> documents) {
        for (Original document : documents) {
            texts.remove(document.name());
            DocumentId id = ids.remove(document.name());
            if (id != null) {
                ingester.remove(id);
            }
        }
        ingester.commit();
    }

    Optional<DocumentId> id(String source) {
        return Optional.ofNullable(ids.get(source));
    }

    List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    int passages() {
        try (PassageSearch search = index.search()) {
            return search.size();
        }
    }

    /** The stored text of a document; empty where it is not in the index. */
    String text(String source) {
        return texts.computeIfAbsent(source, this::read);
    }

    private String read(String source) {
        DocumentId id = ids.get(source);
        if (id == null) {
            return "";
        }
        try (PassageSearch search = index.search()) {
            return search.read(id).map(document -> document.text()).orElse("");
        }
    }

    Retriever retriever() {
        return context.getBean(Retriever.class);
    }

    Answerer answerer() {
        return context.getBean(Answerer.class);
    }

    AnswerSteps steps() {
        return context.getBean(AnswerSteps.class);
    }

    FollowUps followUps() {
        return context.getBean(FollowUps.class);
    }

    SupportCheck supportCheck() {
        return context.getBean(SupportCheck.class);
    }

    TokenEmbeddingModel embedder() {
        return context.getBean(TokenEmbeddingModel.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
