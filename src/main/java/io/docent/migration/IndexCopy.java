package io.docent.migration;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.index.EmbeddedIndex;
import io.docent.index.EmbeddedPassage;
import io.docent.index.IndexedDocument;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Copies the documents of the index in the data folder to another index, document by document, each whole. Commits every few
 * seconds: an interruption costs what was written since, and the next run goes on behind it. Holds one document at a time,
 * and the ids of all. For one thread.
 */
public final class IndexCopy {

    private static final Duration COMMIT_EVERY = Duration.ofSeconds(10);
    private static final int MOST_PASSAGES = 10_000;

    /** A page of the list of documents, without their texts. */
    static final int PAGE = 10_000;

    private final EmbeddedIndex from;
    private final PassageIndex to;
    private final int mostPassages;

    public IndexCopy(EmbeddedIndex from, PassageIndex to) {
        this(from, to, MOST_PASSAGES);
    }

    /** @param mostPassages that are copied from one commit to the next */
    IndexCopy(EmbeddedIndex from, PassageIndex to, int mostPassages) {
        this.from = from;
        this.to = to;
        this.mostPassages = mostPassages;
    }

    /** What the other index has that is not of this one; empty where all of it may be from a copy that was interrupted. */
    public Optional<IndexedDocument> stranger() {
        try (PassageSearch source = from.search();
                PassageSearch target = to.latest()) {
            for (int offset = 0; ; offset += PAGE) {
                List<IndexedDocument> some = target.documents("", offset, PAGE).documents();
                for (IndexedDocument document : some) {
                    if (source.document(document.id())
                            .filter(known -> isSameVersion(known, document))
                            .isEmpty()) {
                        return Optional.of(document);
                    }
                }
                if (some.size() < PAGE) {
                    return Optional.empty();
                }
            }
        }
    }

    private static boolean isSameVersion(IndexedDocument one, IndexedDocument other) {
        return one.hash().equals(other.hash())
                && one.origin() == other.origin()
                && one.passages() == other.passages()
                && one.characters() == other.characters();
    }

    /**
     * Copies what is missing.
     *
     * @param progress is told after every document
     */
    public void run(Progress progress) {
        Set<DocumentId> there = known();
        int passages = 0;
        int uncommitted = 0;
        long lastCommit = System.nanoTime();
        for (int offset = 0; ; offset += PAGE) {
            List<IndexedDocument> some;
            long total;
            try (PassageSearch source = from.search()) {
                some = source.documents("", offset, PAGE).documents();
                total = source.documents("", 0, 0).total();
            }
            for (int i = 0; i < some.size(); i++) {
                IndexedDocument record = some.get(i);
                if (!there.contains(record.id())) {
                    copy(record);
                    passages += record.passages();
                    uncommitted += record.passages();
                }
                progress.copied(offset + i + 1L, total, passages);
                if (uncommitted >= mostPassages || (uncommitted > 0 && isOld(lastCommit))) {
                    to.commit();
                    uncommitted = 0;
                    lastCommit = System.nanoTime();
                }
            }
            if (some.size() < PAGE) {
                to.commit();
                return;
            }
        }
    }

    private static boolean isOld(long lastCommit) {
        return System.nanoTime() - lastCommit > COMMIT_EVERY.toNanos();
    }

    /** Documents that are there already; those that were renamed since get their new name. */
    private Set<DocumentId> known() {
        Set<DocumentId> there = new HashSet<>();
        try (PassageSearch source = from.search();
                PassageSearch target = to.latest()) {
            for (int offset = 0; ; offset += PAGE) {
                List<IndexedDocument> some = target.documents("", offset, PAGE).documents();
                for (IndexedDocument copy : some) {
                    there.add(copy.id());
                    source.document(copy.id())
                            .filter(record -> !record.equals(copy))
                            .ifPresent(to::update);
                }
                if (some.size() < PAGE) {
                    return there;
                }
            }
        }
    }

    private void copy(IndexedDocument record) {
        try (PassageSearch source = from.search()) {
            Document document = source.read(record.id()).orElseThrow();
            List<EmbeddedPassage> passages = source.embeddedPassagesOf(record.id());
            to.put(document, record, passages);
        }
    }

    /** Is told how far a copy is. */
    public interface Progress {

        /**
         * After a document.
         *
         * @param documents that are in the other index, those of an earlier run included
         * @param total of the documents that are to be copied
         * @param passages that this run has copied
         */
        void copied(long documents, long total, int passages);
    }
}
