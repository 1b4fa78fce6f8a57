package io.docent.ingest;

import io.docent.document.Document;
import io.docent.index.IndexedDocument;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an index anew from the texts of one that another embedding model made. Commits as it goes: a crash costs the
 * last few documents. The outdated index answers until it is done. Of several processes one does it, and others wait.
 */
@Singleton
final class Reembedding {

    private static final Logger LOG = LoggerFactory.getLogger(Reembedding.class);

    private static final int COMMIT_EVERY = 200;

    private static final String TASK = "embedding again";
    private static final long PAUSE_MS = 1_000;

    private final PassageIndex index;
    private final Ingester ingester;
    private final Catalog catalog;

    Reembedding(PassageIndex index, Ingester ingester, Catalog catalog) {
        this.index = index;
        this.ingester = ingester;
        this.catalog = catalog;
    }

    /** Does nothing where the index is not outdated. */
    void run(ScanProgress progress) throws InterruptedException {
        while (index.isOutdated()) {
            if (catalog.takeTurn(TASK)) {
                try {
                    embedAll(progress);
                } finally {
                    catalog.endTurn(TASK);
                }
            } else {
                Thread.sleep(PAUSE_MS);
            }
        }
    }

    private void embedAll(ScanProgress progress) throws InterruptedException {
        if (!index.isOutdated()) {
            return;
        }
        LOG.info("The index was made with another embedding model or by another version of Docent: every passage is"
                + " embedded again from the stored texts."
                + " Until that is done, questions are answered by words alone.");
        int done = 0;
        try (PassageSearch outdated = index.search()) {
            progress.start();
            progress.beginTexts((int) outdated.documents("", 0, 0).total());
            for (int offset = 0; ; offset += COMMIT_EVERY) {
                List<IndexedDocument> some =
                        outdated.documents("", offset, COMMIT_EVERY).documents();
                for (IndexedDocument record : some) {
                    int passages = embedAgain(outdated, record);
                    progress.embeddedText(passages);
                    done += passages > 0 ? 1 : 0;
                }
                catalog.commit();
                if (some.size() < COMMIT_EVERY) {
                    break;
                }
            }
        }
        index.retireOutdated();
        LOG.info("{} documents are embedded again.", done);
    }

    private int embedAgain(PassageSearch outdated, IndexedDocument record) throws InterruptedException {
        Optional<Document> document = catalog.find(record.id()) == null ? outdated.read(record.id()) : Optional.empty();
        return document.isPresent() ? ingester.embedAgain(document.get(), record) : 0;
    }
}
