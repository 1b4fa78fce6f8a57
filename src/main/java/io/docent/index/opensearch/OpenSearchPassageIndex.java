package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.index.EmbeddedPassage;
import io.docent.index.IndexException;
import io.docent.index.IndexedDocument;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.docent.index.TermAnalyzer;
import io.docent.index.opensearch.Cluster.Answer;
import io.docent.index.opensearch.Indices.Found;
import io.docent.measure.Stages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The index in a cluster. What is written goes there at once, unseen; a commit waits for writers and they for it, and
 * makes all of it seen by replacing one document, the {@link State}. One Docent writes: the one that started last.
 */
final class OpenSearchPassageIndex implements PassageIndex, AutoCloseable {

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final Cluster cluster;
    private final Indices indices;
    private final TermAnalyzer analyzer;
    private final Stages stages;
    private final String writer = UUID.randomUUID().toString();
    private final String index;
    private final Bulk bulk;
    private final Sweep sweep;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, Change> changes = new ConcurrentHashMap<>();
    private volatile State state;
    private volatile boolean broken;
    private volatile @Nullable String outdated;

    /**
     * Finds what is there, or begins anew; see {@link Indices}.
     *
     * @param sweepAfter how long what was replaced is kept for searches that began before
     */
    OpenSearchPassageIndex(
            Cluster cluster, Indices indices, TermAnalyzer analyzer, Duration sweepAfter, Stages stages) {
        this.cluster = cluster;
        this.indices = indices;
        this.analyzer = analyzer;
        this.stages = stages;
        Found found = indices.open();
        index = found.current();
        outdated = found.outdated();
        bulk = new Bulk(cluster);
        sweep = new Sweep(cluster, index, sweepAfter);
        state = takeOver();
    }

    /** From here on, whoever wrote before cannot commit any more, and what it did not commit is never seen. */
    private State takeOver() {
        Answer there = cluster.answer("GET", "/" + index + "/_doc/" + State.ID, Map.of(), null);
        State before = there.status() == NOT_FOUND
                ? State.first(writer)
                : State.of(cluster.wanted(there)).taken(writer, System.currentTimeMillis());
        return replace(before, there.status() == NOT_FOUND);
    }

    /** Puts a state in the place of the one that it was made from. */
    private State replace(State next, boolean first) {
        Map<String, String> condition = first
                ? Map.of("op_type", "create")
                : Map.of("if_seq_no", Long.toString(next.sequence()), "if_primary_term", Long.toString(next.term()));
        Answer answer = cluster.answer("PUT", "/" + index + "/_doc/" + State.ID, condition, next.toMap());
        if (answer.status() != CONFLICT) {
            return next.written(cluster.wanted(answer));
        }
        State there = read(index);
        if (there.writer().equals(writer) && there.next() == next.next()) {
            return there; // the answer to a first try was lost
        }
        throw new IndexException("another Docent has taken over the index " + index
                + "; only one may write to it: stop one of them, and start the other again");
    }

    private State read(String of) {
        return State.of(cluster.read("GET", "/" + of + "/_doc/" + State.ID, Map.of(), null));
    }

    @Override
    public PassageSearch search() {
        String before = outdated;
        return before == null ? latest() : new OpenSearchSearch(cluster, before, read(before), true, stages);
    }

    @Override
    public PassageSearch latest() {
        return new OpenSearchSearch(cluster, index, read(index), false, stages);
    }

    @Override
    public void put(Document document, IndexedDocument record, List<EmbeddedPassage> passages) {
        writing(document.id(), change -> {
            String version = change.content(state.next());
            for (int i = 0; i < passages.size(); i++) {
                Map<String, Object> source = Sources.passage(passages.get(i), record.language(), analyzer);
                write(version + '/' + i, version, document.id(), source);
            }
            deletePassages(change, passages.size());
            write(version, version, document.id(), Sources.content(document));
            change.replaced(passages.size());
            write(record, change);
        });
    }

    private void write(IndexedDocument record, Change change) {
        String version = change.record(state.next());
        write(version, version, record.id(), Sources.record(record, change.contentThen(state.next())));
    }

    private void write(String id, String version, DocumentId document, Map<String, Object> source) {
        Map<String, Object> whole = new HashMap<>(source);
        whole.put("document", document.value());
        whole.put("version", version);
        whole.put("from", state.next());
        bulk.index(index, id, whole);
    }

    /** Those written since the last commit, from a number on. */
    private void deletePassages(Change change, int from) {
        for (int i = from; i < change.written(); i++) {
            bulk.delete(index, change.content(state.next()) + '/' + i);
        }
    }

    @Override
    public void update(IndexedDocument record) {
        writing(record.id(), change -> {
            if (!change.contentThen(state.next()).isEmpty()) {
                change.renamed();
                write(record, change);
            }
        });
    }

    @Override
    public void remove(DocumentId id) {
        writing(id, change -> {
            deletePassages(change, 0);
            bulk.delete(index, change.content(state.next()));
            bulk.delete(index, change.record(state.next()));
            change.removed();
        });
    }

    private void writing(DocumentId id, Writing writing) {
        if (broken) {
            abandon();
        }
        lock.readLock().lock();
        try {
            Change change = changes.computeIfAbsent(id.value(), this::unchanged);
            synchronized (change) {
                writing.write(change);
            }
        } catch (RuntimeException e) {
            broken = true;
            throw e;
        } finally {
            lock.readLock().unlock();
        }
    }

    private Change unchanged(String document) {
        Optional<JsonNode> record = state.generation() == 0
                ? Optional.empty()
                : new OpenSearchSearch(cluster, index, state, false, stages).record(document);
        return new Change(
                document,
                record.map(one -> one.path("content").asText()).orElse(""),
                record.map(one -> one.path("version").asText()).orElse(""));
    }

    /** After a failure nobody knows what was kept: it is never seen, and writing begins anew. */
    private void abandon() {
        lock.writeLock().lock();
        try {
            if (broken) {
                bulk.clear();
                State there = read(index);
                if (!there.writer().equals(writer)) {
                    throw new IndexException("another Docent has taken over the index " + index
                            + "; only one may write to it: stop one of them, and start the other again");
                }
                state = replace(there.taken(writer, System.currentTimeMillis()), false);
                changes.clear();
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
            if (!changes.isEmpty()) {
                write();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void write() {
        try {
            bulk.flush();
            cluster.write("POST", "/" + index + "/_refresh", Map.of(), null);
            long now = System.currentTimeMillis();
            List<String> superseded = changes.values().stream()
                    .flatMap(change -> change.superseded().stream())
                    .toList();
            state = replace(state.without(sweep.done(state)).committed(superseded, now), false);
            changes.clear();
        } catch (RuntimeException e) {
            broken = true;
            throw e;
        }
        sweep.begin(state);
    }

    @Override
    public void purge() {
        lock.writeLock().lock();
        try {
            commit();
            sweep.everything(state);
            new Expunging(cluster, index).run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public boolean isOutdated() {
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
        try {
            if (!broken) {
                commit();
            }
        } finally {
            cluster.close();
        }
    }

    private interface Writing {
        void write(Change change);
    }
}
