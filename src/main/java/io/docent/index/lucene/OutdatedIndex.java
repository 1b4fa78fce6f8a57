package io.docent.index.lucene;

import io.docent.index.IndexException;
import io.docent.index.PassageSearch;
import io.docent.measure.Stages;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;

/** An index that another embedding model made: only read, and only by words. */
final class OutdatedIndex implements AutoCloseable {

    private final Directory directory;
    private final SearcherManager searchers;
    private final Stages stages;

    private OutdatedIndex(Directory directory, Stages stages) throws IOException {
        this.stages = stages;
        this.directory = directory;
        this.searchers = new SearcherManager(directory, null);
    }

    static OutdatedIndex open(Path folder, Stages stages) throws IOException {
        return new OutdatedIndex(IndexFiles.open(folder), stages);
    }

    PassageSearch search() {
        return LucenePassageIndex.search(searchers, true, stages);
    }

    @Override
    public void close() {
        try {
            searchers.close();
            directory.close();
        } catch (IOException e) {
            throw new IndexException("the index of before cannot be closed: " + e.getMessage(), e);
        }
    }
}
