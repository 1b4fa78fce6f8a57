package io.docent.ingest;

import io.docent.document.DocumentId;
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

/** Of an index that this process alone writes to: read once, and kept in memory. */
@Singleton
@Requires(property = "docent.index.store", notEquals = "opensearch")
final class OwnCatalog implements Catalog {

    private static final int PAGE = 10_000;

    private final PassageIndex index;
    private final Map<DocumentId, IndexedDocument> byId = new HashMap<>();
    private final Map<DocumentName, DocumentId> byName = new HashMap<>();
    private final Set<DocumentName> held = new HashSet<>();
    private boolean loaded;

    OwnCatalog(PassageIndex index) {
        this.index = index;
    }

    /** On first use and not before: the first answers after a start need nothing of it. */
    private void load() {
        if (!loaded) {
            reload();
        }
    }

    @Override
    public synchronized void reload() {
        loaded = true;
        byId.clear();
        byName.clear();
        // While an index is made anew, it is this one that counts, not the outdated one that answers.
        try (PassageSearch search = index.latest()) {
            for (int offset = 0; ; offset += PAGE) {
                List<IndexedDocument> some = search.documents("", offset, PAGE).documents();
                some.forEach(this::put);
                if (some.size() < PAGE) {
                    return;
                }
            }
        }
    }

    @Override
    public synchronized void put(IndexedDocument document) {
        load();
        IndexedDocument before = byId.put(document.id(), document);
        if (before != null) {
            byName.remove(DocumentName.of(before));
        }
        byName.put(DocumentName.of(document), document.id());
    }

    @Override
    public synchronized void remove(DocumentId id) {
        load();
        IndexedDocument before = byId.remove(id);
        if (before != null) {
            byName.remove(DocumentName.of(before));
        }
    }

    @Override
    public synchronized @Nullable IndexedDocument find(Origin origin, String source) {
        load();
        DocumentId id = byName.get(new DocumentName(origin, source));
        return id == null ? null : byId.get(id);
    }

    @Override
    public synchronized @Nullable IndexedDocument find(DocumentId id) {
        load();
        return byId.get(id);
    }

    @Override
    public synchronized Collection<IndexedDocument> all(Origin origin) {
        load();
        return byId.values().stream()
                .filter(document -> document.origin() == origin)
                .toList();
    }

    @Override
    public Optional<Hold> holdIfFree(Origin origin, String source) throws InterruptedException {
        return Optional.of(hold(origin, source));
    }

    @Override
    public synchronized Hold hold(Origin origin, String source) throws InterruptedException {
        load();
        DocumentName name = new DocumentName(origin, source);
        while (!held.add(name)) {
            wait();
        }
        DocumentId id = byName.get(name);
        return new Hold(id == null ? name.newId(byId::containsKey) : id, this, () -> release(name));
    }

    private synchronized void release(DocumentName name) {
        held.remove(name);
        notifyAll();
    }

    @Override
    public void commit() {
        index.commit();
    }

    @Override
    public boolean takeTurn(String task) {
        return true;
    }

    @Override
    public void endTurn(String task) {
        // Nobody waits for it.
    }

    @Override
    public void checkFolder(Set<String> known, Set<String> listed) {
        // Nobody else has one.
    }
}
