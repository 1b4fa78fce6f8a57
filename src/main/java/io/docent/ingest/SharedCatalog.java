package io.docent.ingest;

import io.docent.claim.Agreement;
import io.docent.claim.Leases;
import io.docent.document.DocumentId;
import io.docent.index.IndexException;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of an index that several processes write to. What others committed is looked up in it; what this one wrote and did not
 * commit yet is remembered. Whoever deals with a document has a lease on its name, from before it is read until it is
 * committed, so that no two processes embed one file.
 */
@Singleton
@Requires(property = "docent.index.store", value = "opensearch")
final class SharedCatalog implements Catalog {

    private static final int PAGE = 10_000;
    private static final long PAUSE_MS = 200;

    private final PassageIndex index;
    private final Leases leases;

    /** What was written and not committed. */
    private final Map<DocumentId, Written> written = new HashMap<>();

    private final Set<DocumentName> held = new HashSet<>();
    private final Set<DocumentName> leased = new HashSet<>();
    private volatile boolean folderIsKnown;
    private volatile @Nullable Listed listed;

    SharedCatalog(PassageIndex index, Leases leases, Agreement agreement, IngestSettings settings) {
        this.index = index;
        this.leases = leases;
        agreement.join(settings.shared());
    }

    @Override
    public synchronized void put(IndexedDocument document) {
        written.put(document.id(), new Written(DocumentName.of(document), document));
    }

    @Override
    public void remove(DocumentId id) {
        IndexedDocument before = find(id);
        if (before != null) {
            synchronized (this) {
                written.put(id, new Written(DocumentName.of(before), null));
            }
        }
    }

    @Override
    public @Nullable IndexedDocument find(DocumentId id) {
        Written own = written(id);
        if (own != null) {
            return own.document();
        }
        try (PassageSearch search = index.latest()) {
            return search.document(id).orElse(null);
        }
    }

    private synchronized @Nullable Written written(DocumentId id) {
        return written.get(id);
    }

    @Override
    public @Nullable IndexedDocument find(Origin origin, String source) {
        DocumentName name = new DocumentName(origin, source);
        synchronized (this) {
            for (Written one : written.values()) {
                if (one.document() != null && one.name().equals(name)) {
                    return one.document();
                }
            }
        }
        try (PassageSearch search = index.latest()) {
            // One that was removed or renamed just now is not called that any more.
            return search.document(origin, source)
                    .filter(found -> written(found.id()) == null)
                    .orElse(null);
        }
    }

    @Override
    public Collection<IndexedDocument> all(Origin origin) {
        Map<DocumentId, IndexedDocument> all = new HashMap<>(committed());
        synchronized (this) {
            written.forEach((id, one) -> {
                if (one.document() == null) {
                    all.remove(id);
                } else {
                    all.put(id, one.document());
                }
            });
        }
        return all.values().stream()
                .filter(document -> document.origin() == origin)
                .toList();
    }

    private Map<DocumentId, IndexedDocument> committed() {
        try (PassageSearch search = index.latest()) {
            Listed before = listed;
            if (before != null && before.revision() == search.revision()) {
                return before.documents();
            }
            Map<DocumentId, IndexedDocument> documents = new HashMap<>();
            List<IndexedDocument> some;
            int offset = 0;
            do {
                some = search.documents("", offset, PAGE).documents();
                some.forEach(one -> documents.put(one.id(), one));
                offset += PAGE;
            } while (some.size() == PAGE);
            listed = new Listed(search.revision(), documents);
            return documents;
        }
    }

    @Override
    public Hold hold(Origin origin, String source) throws InterruptedException {
        Optional<Hold> got = holdIfFree(origin, source);
        while (got.isEmpty()) {
            Thread.sleep(PAUSE_MS);
            got = holdIfFree(origin, source);
        }
        return got.get();
    }

    @Override
    public Optional<Hold> holdIfFree(Origin origin, String source) {
        DocumentName name = new DocumentName(origin, source);
        if (!begin(name)) {
            return Optional.empty();
        }
        boolean ready = false;
        try {
            if (!isLeased(name)) {
                if (!leases.take(lease(name), source)) {
                    return Optional.empty();
                }
                synchronized (this) {
                    leased.add(name);
                }
            }
            IndexedDocument known = find(origin, source);
            DocumentId id = known == null ? name.newId(one -> find(one) != null) : known.id();
            ready = true;
            return Optional.of(new Hold(id, this, () -> end(name)));
        } finally {
            if (!ready) {
                end(name);
            }
        }
    }

    private synchronized boolean begin(DocumentName name) {
        return held.add(name);
    }

    private synchronized boolean isLeased(DocumentName name) {
        return leased.contains(name);
    }

    private void end(DocumentName name) {
        synchronized (this) {
            held.remove(name);
        }
        giveBack();
    }

    private static String lease(DocumentName name) {
        return "file:" + name.hash(0);
    }

    /** Leases on what nobody here deals with and nothing is left to commit of. */
    private void giveBack() {
        List<DocumentName> over;
        synchronized (this) {
            if (leased.isEmpty()) {
                return;
            }
            Set<DocumentName> needed = new HashSet<>(held);
            written.values().forEach(one -> needed.add(one.name()));
            over = leased.stream().filter(name -> !needed.contains(name)).toList();
            leased.removeAll(over);
        }
        over.forEach(name -> leases.give(lease(name)));
    }

    @Override
    public void commit() {
        Map<DocumentId, Written> before;
        synchronized (this) {
            before = Map.copyOf(written);
        }
        index.commit();
        synchronized (this) {
            // What was written meanwhile stays for the next.
            before.forEach(written::remove);
        }
        giveBack();
    }

    @Override
    public void reload() {
        synchronized (this) {
            written.clear();
        }
        giveBack();
    }

    @Override
    public boolean takeTurn(String task) {
        return leases.take("task:" + task, task);
    }

    @Override
    public void endTurn(String task) {
        leases.give("task:" + task);
    }

    @Override
    public void checkFolder(Set<String> known, Set<String> listed) {
        if (!folderIsKnown
                && !known.isEmpty()
                && known.stream().noneMatch(listed::contains)
                && !leases.others("setting:").isEmpty()) {
            throw new IndexException("the folder has none of the " + known.size()
                    + " documents that other replicas indexed from theirs; nothing is indexed or removed until"
                    + " docent.ingest.folder leads to the same files as theirs");
        }
        folderIsKnown = true;
    }

    /** @param document null where it was removed */
    private record Written(DocumentName name, @Nullable IndexedDocument document) {}

    /** What there was in a revision of the index. */
    private record Listed(long revision, Map<DocumentId, IndexedDocument> documents) {}
}
