package io.docent.index.lucene;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.index.EmbeddedPassage;
import io.docent.index.IndexException;
import io.docent.index.IndexedDocument;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.docent.index.TermAnalyzer;
import io.docent.index.Vectors;
import io.docent.measure.Stages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The index in a folder of its own. Writers run side by side; a commit waits for them and they for it, so that what a
 * search sees is what a crash would leave.
 */
final class LucenePassageIndex implements PassageIndex, AutoCloseable {

    private static final double RAM_BUFFER_MEGABYTES = 48;

    private static final FieldType TERMS = terms();

    private final IndexFolders folders;
    private final TermAnalyzer analyzer;
    private final Stages stages;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Directory directory;
    private volatile IndexWriter writer;
    private volatile SearcherManager searchers;
    private volatile @Nullable OutdatedIndex outdated;

    /** Opens what is there, or begins anew; see {@link IndexFolders}. */
    LucenePassageIndex(IndexFolders folders, TermAnalyzer analyzer, Stages stages) {
        this.stages = stages;
        this.folders = folders;
        this.analyzer = analyzer;
        try {
            Path before = folders.prepare();
            directory = FSDirectory.open(folders.current());
            writer = openWriter();
            searchers = new SearcherManager(writer, null);
            outdated = before == null ? null : OutdatedIndex.open(before, stages);
        } catch (IOException e) {
            throw new IndexException("the index in " + folders.current() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private IndexWriter openWriter() throws IOException {
        IndexWriterConfig config = new IndexWriterConfig();
        config.setRAMBufferSizeMB(RAM_BUFFER_MEGABYTES);
        config.setCommitOnClose(false);
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setForceMergeDeletesPctAllowed(0); // purge() is to leave nothing
        config.setMergePolicy(merging);
        IndexWriter opened = new IndexWriter(directory, config);
        try {
            opened.setLiveCommitData(folders.stamp().entrySet());
            opened.commit();
        } catch (IOException | RuntimeException e) {
            opened.rollback();
            throw e;
        }
        return opened;
    }

    @Override
    public PassageSearch search() {
        OutdatedIndex before = outdated;
        return before == null ? latest() : before.search();
    }

    static PassageSearch search(SearcherManager searchers, boolean wordsAlone, Stages stages) {
        try {
            IndexSearcher searcher = searchers.acquire();
            return new LuceneSearch(searcher, () -> release(searchers, searcher), wordsAlone, stages);
        } catch (IOException e) {
            throw new IndexException("the index cannot be read: " + e.getMessage(), e);
        }
    }

    private static void release(SearcherManager searchers, IndexSearcher searcher) {
        try {
            searchers.release(searcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(Document document, IndexedDocument record, List<EmbeddedPassage> passages) {
        List<org.apache.lucene.document.Document> block = new ArrayList<>(passages.size() + 2);
        for (EmbeddedPassage passage : passages) {
            block.add(fields(passage, record.language()));
        }
        block.add(Fields.content(document));
        block.add(Fields.record(record));
        writing(() -> writer.updateDocuments(Fields.allOf(document.id()), block));
    }

    private org.apache.lucene.document.Document fields(EmbeddedPassage embedded, Locale language) {
        var fields = new org.apache.lucene.document.Document();
        var passage = embedded.passage();
        fields.add(new StringField(Fields.DOCUMENT, passage.document().value(), Field.Store.YES));
        fields.add(new NumericDocValuesField(Fields.POSITION, passage.position()));
        fields.add(new StoredField(Fields.POSITION, passage.position()));
        fields.add(new Field(Fields.WORDS, new TermStream(analyzer.analyze(passage.text(), language)), TERMS));
        fields.add(new Field(Fields.CONTEXT, new TermStream(analyzer.analyze(embedded.context(), language)), TERMS));
        fields.add(new KnnByteVectorField(
                Fields.VECTOR, Vectors.quantise(embedded.embedding()), VectorSimilarityFunction.DOT_PRODUCT));
        if (embedded.tokens().size() > 0) {
            fields.add(new BinaryDocValuesField(
                    Fields.TOKENS, new BytesRef(embedded.tokens().toBytes())));
        }
        fields.add(new StoredField(Fields.TEXT, passage.text()));
        fields.add(new StoredField(Fields.START, passage.span().start()));
        passage.headings().forEach(heading -> fields.add(new StoredField(Fields.HEADING, heading)));
        if (passage.page() != null) {
            fields.add(new StoredField(Fields.PAGE, passage.page()));
        }
        return fields;
    }

    @Override
    public void update(IndexedDocument record) {
        writing(() -> writer.updateDocument(Fields.recordOf(record.id()), Fields.record(record)));
    }

    @Override
    public void remove(DocumentId id) {
        writing(() -> writer.deleteDocuments(Fields.allOf(id)));
    }

    private void writing(Writing writing) {
        reopenWhereClosed();
        lock.readLock().lock();
        try {
            writing.write();
        } catch (IOException | IllegalStateException e) {
            throw unwritable(e);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void commit() {
        lock.writeLock().lock();
        try {
            if (!writer.isOpen()) {
                reopen();
                throw new IndexException("the index could not be written for a while; what was not yet kept is lost");
            }
            writer.setLiveCommitData(folders.stamp().entrySet());
            writer.commit();
            searchers.maybeRefreshBlocking();
        } catch (IOException | IllegalStateException e) {
            throw unwritable(e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void purge() {
        writing(() -> writer.forceMergeDeletes(true));
        commit();
    }

    private IndexException unwritable(Exception cause) {
        Throwable first = writer.getTragicException() == null ? cause : writer.getTragicException();
        return new IndexException(
                "the index in " + folders.current() + " cannot be written (" + first.getMessage()
                        + "); see that the disk has room and may be written to",
                cause);
    }

    private void reopenWhereClosed() {
        if (writer.isOpen()) {
            return;
        }
        lock.writeLock().lock();
        try {
            if (!writer.isOpen()) {
                reopen();
            }
        } catch (IOException | IllegalStateException e) {
            throw unwritable(e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * After a full disk Lucene closes its writer; what was not committed is gone, and will be found missing. Searches
     * are answered from the last commit meanwhile.
     */
    private void reopen() throws IOException {
        IndexWriter opened = openWriter();
        SearcherManager before = searchers;
        searchers = new SearcherManager(opened, null);
        writer = opened;
        before.close();
    }

    @Override
    public PassageSearch latest() {
        return search(searchers, false, stages);
    }

    @Override
    public boolean isOutdated() {
        return outdated != null;
    }

    @Override
    public void retireOutdated() {
        OutdatedIndex before = outdated;
        outdated = null;
        if (before != null) {
            before.close();
            folders.forgetOutdated();
        }
    }

    @Override
    public void close() throws IOException {
        lock.writeLock().lock();
        try {
            if (writer.isOpen()) {
                writer.commit();
                writer.close();
            }
            searchers.close();
            if (outdated != null) {
                outdated.close();
            }
            directory.close();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static FieldType terms() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    private interface Writing {
        void write() throws IOException;
    }
}
