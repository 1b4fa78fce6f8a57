package io.docent.index.lucene;

import io.docent.index.IndexException;
import io.docent.index.PassageSearch;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** An index that another embedding model made: only read, and only by words. */
final class OutdatedIndex implements AutoCloseable {

    private final Directory directory;
    private final SearcherManager searchers;

    private OutdatedIndex(Directory directory) throws IOException {
        this.directory = directory;
        this.searchers = new SearcherManager(directory, null);
    }

    static OutdatedIndex open(Path folder) throws IOException {
        return new OutdatedIndex(FSDirectory.open(folder));
    }

    PassageSearch search() {
        return LucenePassageIndex.search(searchers, true);
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
