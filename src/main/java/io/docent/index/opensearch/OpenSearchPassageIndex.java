package io.docent.index.opensearch;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.index.EmbeddedPassage;
import io.docent.index.IndexException;
import io.docent.index.IndexedDocument;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.docent.index.TermAnalyzer;
import io.docent.index.opensearch.Indices.Found;
import io.docent.measure.Stages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The index in a cluster. What is written goes there at once, unseen, under a number of this process's own; a commit waits
 * for writers and they for it, and makes all of it seen by replacing one document, the {@link State}. Others may write to
 * the same index meanwhile: of two versions of one document, the one that is committed later is seen.
 */
final class OpenSearchPassageIndex implements PassageIndex, AutoCloseable {

    private final Cluster cluster;
    private final Indices indices;
    private final TermAnalyzer analyzer;
    private final Stages stages;
    private final String index;
    private final Bulk bulk;
    private final Sweep sweep;
    private final Numbers numbers;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Signs signs;
    private volatile @Nullable Changes changes;
    private volatile boolean broken;
    private volatile @Nullable String outdated;

    /**
     * Finds what is there, or begins anew; see {@link Indices}.
     *
     * @param sweepAfter how long what was replaced is kept for searches that began before
     * @param lease how long nothing is heard of another writer until what it did not commit is given up
     */
    OpenSearchPassageIndex(
            Cluster cluster,
            Indices indices,
            TermAnalyzer analyzer,
            Duration sweepAfter,
            Duration lease,
            Stages stages) {
        this.cluster = cluster;
        this.indices = indices;
        this.analyzer = analyzer;
        this.stages = stages;
        Found found = indices.open();
        index = found.current();
        outdated = found.outdated();
        bulk = new Bulk(cluster);
        sweep = new Sweep(cluster, index, sweepAfter);
        numbers = new Numbers(cluster, index, lease);
        numbers.begin();
        signs = new Signs(this::sign, lease);
    }

    private void sign() {
        Changes written = changes;
        if (written != null) {
            numbers.sign(written.number());
        }
    }

    @Override
    public PassageSearch search() {
        String before = outdated;
        if (before != null) {
            try {
                State state = new Numbers(cluster, before, Duration.ZERO).read();
                return new OpenSearchSearch(cluster, before, state, true, stages);
            } catch (IndexException e) {
                if (isOutdated()) {
                    throw e;
                }
            }
        }
        return latest();
    }

    @Override
    public PassageSearch latest() {
        return seen(numbers.read());
    }

    private OpenSearchSearch seen(State state) {
        return new OpenSearchSearch(cluster, index, state, false, stages);
    }

    @Override
    public void put(Document document, IndexedDocument record, List<EmbeddedPassage> passages) {
        writing(document.id(), (change, number) -> {
            String version = change.content();
            for (int i = 0; i < passages.size(); i++) {
                Map<String, Object> source = Sources.passage(passages.get(i), record.language(), analyzer);
                write(version + '/' + i, version, number, document.id(), source);
            }
            deletePassages(change, passages.size());
            write(version, version, number, document.id(), Sources.content(document));
            change.replaced(passages.size());
            write(record, change.record(), number, version);
        });
    }

    /** @param content the version of its passages */
    private void write(IndexedDocument record, String version, long number, String content) {
        write(version, version, number, record.id(), Sources.record(record, content));
    }

    private void write(String id, String version, long number, DocumentId document, Map<String, Object> source) {
        Map<String, Object> whole = new HashMap<>(source);
        whole.put("document", document.value());
        whole.put("version", version);
        whole.put("from", number);
        bulk.index(index, id, whole);
    }

    /** Those written since the last commit, from a position on. */
    private void deletePassages(Change change, int from) {
        for (int i = from; i < change.written(); i++) {
            bulk.delete(index, change.content() + '/' + i);
        }
    }

    @Override
    public void update(IndexedDocument record) {
        writing(record.id(), (change, number) -> {
            Optional<String> content = change.replaces() ? change.contentThen() : contentSeen(record.id());
            if (content.isPresent()) {
                change.renamed(content.get());
                write(record, change.record(), number, content.get());
            }
        });
    }

    private Optional<String> contentSeen(DocumentId id) {
        return seen(numbers.read())
                .record(id.value())
                .map(record -> record.path("content").asText());
    }

    @Override
    public void remove(DocumentId id) {
        writing(id, (change, number) -> {
            deletePassages(change, 0);
            bulk.delete(index, change.content());
            bulk.delete(index, change.record());
            change.removed();
        });
    }

    private void writing(DocumentId id, Writing writing) {
        if (broken) {
            abandon();
        }
        lock.readLock().lock();
        try {
            Changes written = writing();
            Change change = written.of(id.value());
            synchronized (change) {
                writing.write(change, written.number());
            }
        } catch (RuntimeException e) {
            broken = true;
            throw e;
        } finally {
            lock.readLock().unlock();
        }
    }

    private synchronized Changes writing() {
        Changes written = changes;
        if (written == null) {
            written = new Changes(numbers.open());
            changes = written;
        }
        return written;
    }

    /** After a failure nobody knows what was kept: it is never seen, and writing begins anew. */
    private void abandon() {
        lock.writeLock().lock();
        try {
            if (broken) {
                bulk.clear();
                Changes written = changes;
                if (written != null) {
                    numbers.giveUp(written.number());
                }
                changes = null;
                broken = false;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void commit() {
        lock.writeLock().lock();
        try {
            if (broken) {
                abandon();
                throw new IndexException("the index could not be written for a while; what was not yet kept is lost");
            }
            Changes written = changes;
            if (written != null) {
                commit(written);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void commit(Changes written) {
        try {
            bulk.flush();
            cluster.write("POST", "/" + index + "/_refresh", Map.of(), null);
            State state = numbers.commit(
                    written.number(),
                    there -> written.superseded(
                            there, (showing, some) -> seen(showing).records(some)),
                    sweep.done());
            changes = null;
            sweep.begin(state);
        } catch (RuntimeException e) {
            broken = true;
            throw e;
        }
    }

    /** Whoever else is writing has to begin anew. */
    @Override
    public void purge() {
        lock.writeLock().lock();
        try {
            commit();
            sweep.everything(numbers.giveUpAll());
            new Expunging(cluster, index).run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Another process may have retired it. */
    @Override
    public boolean isOutdated() {
        String before = outdated;
        if (before != null && !indices.isThere(before)) {
            outdated = null;
        }
        return outdated != null;
    }

    @Override
    public void retireOutdated() {
        String before = outdated;
        if (before != null) {
            indices.retire(index, before);
            outdated = null;
        }
    }

    @Override
    public void close() {
        signs.close();
        try {
            if (!broken) {
                commit();
            }
        } finally {
            cluster.close();
        }
    }

    private interface Writing {
        void write(Change change, long number);
    }
}
