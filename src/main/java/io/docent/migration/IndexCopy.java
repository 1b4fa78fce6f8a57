package io.docent.migration;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.index.EmbeddedIndex;
import io.docent.index.EmbeddedPassage;
import io.docent.index.IndexException;
import io.docent.index.IndexedDocument;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Copies the documents of the index in the data folder to another index, document by document, each whole. Commits every few
 * seconds: an interruption costs what was written since, and the next run goes on behind it. Holds some documents at a time,
 * and the ids of all. For one thread.
 */
public final class IndexCopy {

    private static final Duration COMMIT_EVERY = Duration.ofSeconds(10);
    private static final int MOST_PASSAGES = 10_000;
    private static final int AT_ONCE = 4;
    private static final int FEW = 32;

    /** A page of the list of documents, without their texts. */
    static final int PAGE = 10_000;

    private final EmbeddedIndex from;
    private final PassageIndex to;
    private final int mostPassages;
    private final int few;
    private int copied;
    private int committed;
    private long lastCommit = System.nanoTime();

    public IndexCopy(EmbeddedIndex from, PassageIndex to) {
        this(from, to, MOST_PASSAGES, FEW);
    }

    /**
     * Copies otherwise than it does by itself.
     *
     * @param mostPassages from one commit to the next, or somewhat more
     * @param few documents that are copied until progress is told and a commit considered
     */
    IndexCopy(EmbeddedIndex from, PassageIndex to, int mostPassages, int few) {
        this.from = from;
        this.to = to;
        this.mostPassages = mostPassages;
        this.few = few;
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
     * @param progress is told after every few documents
     */
    public void run(Progress progress) {
        Set<DocumentId> there = known();
        // Each waits for the other index most of the time.
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (long offset = 0; ; offset += PAGE) {
                List<IndexedDocument> page;
                long total;
                try (PassageSearch source = from.search()) {
                    page = source.documents("", (int) offset, PAGE).documents();
                    total = source.documents("", 0, 0).total();
                }
                for (int i = 0; i < page.size(); i += few) {
                    List<IndexedDocument> some = page.subList(i, Math.min(page.size(), i + few));
                    copy(some.stream().filter(one -> !there.contains(one.id())).toList(), threads);
                    progress.copied(offset + i + some.size(), total, copied);
                    commitNowAndThen();
                }
                if (page.size() < PAGE) {
                    to.commit();
                    return;
                }
            }
        }
    }

    private void copy(List<IndexedDocument> documents, ExecutorService threads) {
        List<Future<?>> copies = new ArrayList<>();
        documents.forEach(record -> copies.add(threads.submit(() -> copy(record))));
        try {
            for (Future<?> copy : copies) {
                copy.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IndexException broken
                    ? broken
                    : new IllegalStateException("copying failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IndexException("copying was interrupted", e);
        } finally {
            copies.forEach(copy -> copy.cancel(false));
        }
        documents.forEach(record -> copied += record.passages());
    }

    private void commitNowAndThen() {
        if (copied - committed >= mostPassages || (copied > committed && isOld(lastCommit))) {
            to.commit();
            committed = copied;
            lastCommit = System.nanoTime();
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
         * After some documents.
         *
         * @param documents that are in the other index, those of an earlier run included
         * @param total of the documents that are to be copied
         * @param passages that this run has copied
         */
        void copied(long documents, long total, int passages);
    }
}
