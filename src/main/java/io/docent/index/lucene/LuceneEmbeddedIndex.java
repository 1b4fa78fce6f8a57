package io.docent.index.lucene;

import io.docent.index.EmbeddedIndex;
import io.docent.index.IndexException;
import io.docent.index.PassageSearch;
import io.docent.measure.Stages;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** The index of the data folder, opened when it is first searched, and only read. */
final class LuceneEmbeddedIndex implements EmbeddedIndex, AutoCloseable {

    private final IndexFolders folders;
    private final Stages stages;
    private @Nullable Directory directory;
    private @Nullable SearcherManager searchers;

    LuceneEmbeddedIndex(IndexFolders folders, Stages stages) {
        this.folders = folders;
        this.stages = stages;
    }

    @Override
    public synchronized PassageSearch search() {
        SearcherManager opened = searchers;
        if (opened == null) {
            opened = open();
            searchers = opened;
        }
        return LucenePassageIndex.search(opened, false, stages);
    }

    private SearcherManager open() {
        try {
            Directory folder = IndexFiles.open(folders.readable());
            directory = folder;
            return new SearcherManager(folder, new Live());
        } catch (IOException e) {
            throw new IndexException("the index in " + folders.current() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (searchers != null) {
            searchers.close();
        }
        if (directory != null) {
            directory.close();
        }
    }

    private static final class Live extends SearcherFactory {

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            return new LiveSearcher(reader);
        }
    }
}
