package io.docent.ingest;

import io.docent.document.ContentHash;
import io.docent.document.DocumentId;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is in the index, written but not committed documents included, and which document a name belongs to. For any
 * thread.
 */
@Singleton
final class Catalog {

    private static final int PAGE = 10_000;

    private final PassageIndex index;
    private final Map<DocumentId, IndexedDocument> byId = new HashMap<>();
    private final Map<Name, DocumentId> byName = new HashMap<>();
    private final Set<Name> held = new HashSet<>();
    private boolean loaded;

    Catalog(PassageIndex index) {
        this.index = index;
    }

    /** On first use and not before: the first answers after a start need nothing of it. */
    private void load() {
        if (!loaded) {
            reload();
        }
    }

    /** Forgets all that was not committed, for when a commit failed. */
    synchronized void reload() {
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

    synchronized void put(IndexedDocument document) {
        load();
        IndexedDocument before = byId.put(document.id(), document);
        if (before != null) {
            byName.remove(new Name(before.origin(), before.source()));
        }
        byName.put(new Name(document.origin(), document.source()), document.id());
    }

    synchronized void remove(DocumentId id) {
        load();
        IndexedDocument before = byId.remove(id);
        if (before != null) {
            byName.remove(new Name(before.origin(), before.source()));
        }
    }

    synchronized @Nullable IndexedDocument find(Origin origin, String source) {
        load();
        DocumentId id = byName.get(new Name(origin, source));
        return id == null ? null : byId.get(id);
    }

    synchronized @Nullable IndexedDocument find(DocumentId id) {
        load();
        return byId.get(id);
    }

    synchronized Collection<IndexedDocument> all(Origin origin) {
        load();
        return byId.values().stream()
                .filter(document -> document.origin() == origin)
                .toList();
    }

    /** Waits until nobody else deals with the document of this name, and keeps others waiting until closed. */
    synchronized Hold hold(Origin origin, String source) throws InterruptedException {
        load();
        Name name = new Name(origin, source);
        while (!held.add(name)) {
            wait();
        }
        DocumentId id = byName.get(name);
        return new Hold(name, id == null ? newId(name) : id, id == null ? null : byId.get(id));
    }

    private synchronized void release(Name name) {
        held.remove(name);
        notifyAll();
    }

    /**
     * An id made from the name, so that links survive an index that had to be made anew; and another where a document
     * that was renamed since still has that one.
     */
    private DocumentId newId(Name name) {
        for (int attempt = 0; ; attempt++) {
            String seed = name.origin() + "\n" + name.source() + "\n" + attempt;
            String hash = ContentHash.of(seed.getBytes(StandardCharsets.UTF_8));
            DocumentId id = new DocumentId(hash.substring(0, 16));
            if (!byId.containsKey(id)) {
                return id;
            }
        }
    }

    private record Name(Origin origin, String source) {}

    /** One caller's turn with one document. */
    final class Hold implements AutoCloseable {
        private final Name name;
        private final DocumentId id;
        private final @Nullable IndexedDocument known;

        private Hold(Name name, DocumentId id, @Nullable IndexedDocument known) {
            this.name = name;
            this.id = id;
            this.known = known;
        }

        DocumentId id() {
            return id;
        }

        @Nullable
        IndexedDocument known() {
            return known;
        }

        @Override
        public void close() {
            release(name);
        }
    }
}
