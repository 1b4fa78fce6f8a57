package io.docent.ingest;

import io.docent.document.ContentHash;
import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.document.DocumentReader;
import io.docent.document.RawDocument;
import io.docent.document.UnreadableDocumentException;
import io.docent.index.EmbeddedPassage;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import io.docent.index.PassageIndex;
import io.docent.index.TermAnalyzer;
import io.docent.ingest.Ingestion.Indexed;
import io.docent.ingest.Ingestion.Unchanged;
import io.docent.ingest.Ingestion.Unreadable;
import io.docent.passage.Passage;
import io.docent.passage.PassageSplitter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * Reads a document, splits it, embeds its passages and puts it into the index. Nothing is seen or durable before the
 * index is committed. For any thread; two versions of one document are dealt with one after the other.
 */
@Singleton
public final class Ingester {

    private final DocumentReader reader;
    private final PassageSplitter splitter;
    private final PassageEmbedder embedder;
    private final EmbeddingPool pool;
    private final PassageIndex index;
    private final TermAnalyzer analyzer;
    private final Catalog catalog;
    private final MeterRegistry meters;
    private final Clock clock;
    private final LongAdder embedded = new LongAdder();

    Ingester(
            DocumentReader reader,
            PassageSplitter splitter,
            PassageEmbedder embedder,
            EmbeddingPool pool,
            PassageIndex index,
            TermAnalyzer analyzer,
            Catalog catalog,
            MeterRegistry meters,
            Clock clock) {
        this.meters = meters;
        this.reader = reader;
        this.splitter = splitter;
        this.embedder = embedder;
        this.pool = pool;
        this.index = index;
        this.analyzer = analyzer;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * Brings one document to the version handed over.
     *
     * @param modified when the original was last changed
     */
    public Ingestion ingest(Origin origin, RawDocument raw, Instant modified) throws InterruptedException {
        try (Catalog.Hold hold = catalog.hold(origin, raw.name())) {
            return ingest(hold, origin, raw, modified);
        }
    }

    /** The same within a turn with the document. */
    Ingestion ingest(Catalog.Hold hold, Origin origin, RawDocument raw, Instant modified) throws InterruptedException {
        Ingestion outcome = read(hold, origin, raw, modified);
        documents(outcome.getClass()).increment();
        return outcome;
    }

    /** Makes all that was ingested and removed durable and seen. */
    public void commit() {
        catalog.commit();
    }

    /** How many came to this. */
    Counter documents(Class<?> outcome) {
        return Counter.builder("docent.ingestion.documents")
                .description("Documents that were handed over, by what came of them")
                .tag("outcome", outcome.getSimpleName().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    private Ingestion read(Catalog.Hold held, Origin origin, RawDocument raw, Instant modified)
            throws InterruptedException {
        try {
            String hash = ContentHash.of(raw.bytes());
            IndexedDocument known = held.known();
            if (known != null && known.hash().equals(hash) && known.mediaType().equals(reader.mediaType(raw))) {
                if (!known.modified().equals(modified)) {
                    put(known.movedTo(known.source(), known.title(), modified));
                }
                return new Unchanged(raw.name(), known.id());
            }
            Document document = reader.read(held.id(), raw);
            int passages = put(document, origin, raw.bytes().length, modified);
            return new Indexed(raw.name(), document.id(), passages);
        } catch (UnreadableDocumentException e) {
            return new Unreadable(raw.name(), e.reason(), e.isPassing());
        }
    }

    private int put(Document document, Origin origin, long size, Instant modified) throws InterruptedException {
        List<Passage> passages = splitter.split(document);
        IndexedDocument record = new IndexedDocument(
                document.id(),
                origin,
                document.title(),
                document.source(),
                document.mediaType(),
                analyzer.languageOf(document.text()),
                document.text().length(),
                passages.size(),
                document.hash(),
                size,
                modified,
                clock.instant());
        put(document, record, passages);
        return passages.size();
    }

    private void put(Document document, IndexedDocument record, List<Passage> passages) throws InterruptedException {
        List<EmbeddedPassage> all = pool.map(passages, passage -> embedder.embed(document, passage));
        embedded.add(all.size());
        index.put(document, record, all);
        catalog.put(record);
    }

    /**
     * Embeds a document again from its stored text, as it is needed after a change of the embedding model.
     *
     * @return how many passages it has
     */
    int embedAgain(Document document, IndexedDocument record) throws InterruptedException {
        List<Passage> passages = splitter.split(document);
        put(document, record, passages);
        return passages.size();
    }

    /** The same version under another name; nothing is read or embedded. */
    void rename(IndexedDocument document, String source, Instant modified) {
        put(document.movedTo(source, titleAfterMove(document, source), modified));
    }

    /** A title that was the file name goes with it; any other is the document's own. */
    private static String titleAfterMove(IndexedDocument document, String source) {
        String title = document.title();
        return FileTitle.candidates(document.source()).contains(title)
                ? FileTitle.candidates(source)
                        .get(FileTitle.candidates(document.source()).indexOf(title))
                : title;
    }

    private void put(IndexedDocument record) {
        index.update(record);
        catalog.put(record);
    }

    /** Removes a document; nothing happens where there is none. */
    public void remove(DocumentId id) {
        index.remove(id);
        catalog.remove(id);
    }

    /** How many passages were embedded since the start. */
    long embeddedPassages() {
        return embedded.sum();
    }
}
