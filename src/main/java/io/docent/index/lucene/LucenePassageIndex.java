package io.docent.index.lucene;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.index.EmbeddedPassage;
import io.docent.index.IndexException;
import io.docent.index.IndexedDocument;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.docent.index.TermAnalyzer;
import io.docent.index.lucene.Uninterrupted.Work;
import io.docent.measure.Stages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index in a folder of its own. Writers run side by side; a commit waits for them and they for it, so that what a
 * search sees is what a crash would leave.
 */
final class LucenePassageIndex implements PassageIndex, AutoCloseable {

    private static final double RAM_BUFFER_MEGABYTES = 48;

    /** In Lucene's documents; what is smaller is searched in no time as it is. */
    private static final int LEAST_SETTLED = 2_000;

    /** Parts that hold less than this share of all are searched in no time beside the large ones. */
    private static final int LITTLE = 5;

    /** Merging more than this takes longer than searches gain by it. */
    private static final int LARGEST_SEGMENT = 250_000;

    private static final Duration MERGE_LOOKED_AT = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(LucenePassageIndex.class);

    private final IndexFolders folders;
    private final TermAnalyzer analyzer;
    private final Stages stages;
    private final Uninterrupted uninterrupted = new Uninterrupted();
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
            directory = IndexFiles.open(folders.current());
            writer = openWriter();
            searchers = new SearcherManager(writer, null);
            outdated = before == null ? null : OutdatedIndex.open(before, stages);
        } catch (IOException e) {
            throw new IndexException("the index in " + folders.current() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private IndexWriter openWriter() throws IOException {
        IndexWriterConfig config = new IndexWriterConfig();
        config.setCodec(new IndexCodec());
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
            block.add(Fields.passage(passage, record.language(), analyzer));
        }
        block.add(Fields.content(document));
        block.add(Fields.record(record));
        writing(() -> writer.updateDocuments(Fields.allOf(document.id()), block));
    }

    @Override
    public void update(IndexedDocument record) {
        writing(() -> writer.updateDocument(Fields.recordOf(record.id()), Fields.record(record)));
    }

    @Override
    public void remove(DocumentId id) {
        writing(() -> writer.deleteDocuments(Fields.allOf(id)));
    }

    private void writing(Work work) {
        reopenWhereClosed();
        lock.readLock().lock();
        try {
            uninterrupted.run(work);
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
            uninterrupted.run(this::commitHere);
        } catch (IOException | IllegalStateException e) {
            throw unwritable(e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void commitHere() throws IOException {
        if (!writer.isOpen()) {
            reopen();
            throw new IndexException("the index could not be written for a while; what was not yet kept is lost");
        }
        writer.setLiveCommitData(folders.stamp().entrySet());
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /** The nearest passages are looked for in each segment on its own. */
    @Override
    public void settle() throws InterruptedException {
        IndexWriter merging = writer;
        try {
            int passages = merging.getDocStats().numDocs;
            int parts = Math.ceilDiv(passages, LARGEST_SEGMENT);
            if (passages < LEAST_SETTLED || !isScattered(parts)) {
                return;
            }
            uninterrupted.run(() -> merging.forceMerge(parts, false));
            while (!merging.getMergingSegments().isEmpty()) {
                Thread.sleep(MERGE_LOOKED_AT);
            }
            commit();
        } catch (IOException | IllegalStateException | IndexException e) {
            LOG.info("The index is searched as it is, which takes a little longer: {}", e.getMessage());
        }
    }

    /** Whether much is in other segments than these many large ones. */
    private boolean isScattered(int parts) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            List<Integer> sizes = searcher.getLeafContexts().stream()
                    .map(leaf -> leaf.reader().numDocs())
                    .sorted(Comparator.reverseOrder())
                    .toList();
            int all = sizes.stream().mapToInt(Integer::intValue).sum();
            int large = sizes.stream().limit(parts).mapToInt(Integer::intValue).sum();
            return sizes.size() > parts && all - large > all / LITTLE;
        } finally {
            searchers.release(searcher);
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
                uninterrupted.run(this::reopen);
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
            uninterrupted.run(this::closeHere);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void closeHere() throws IOException {
        if (writer.isOpen()) {
            writer.commit();
            writer.close();
        }
        searchers.close();
        if (outdated != null) {
            outdated.close();
        }
        directory.close();
    }
}
