package io.docent.index.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.misc.store.RAFDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.IOUtils;

/**
 * The files of an index in a folder. What every search walks through, vectors and words, is mapped into memory. Large files
 * of which a search reads some stretches, token vectors and texts, are read: mapped, each page around a stretch would count as
 * memory of the process, soon the whole file. They are not read through channels, which close for all when one thread
 * that reads is interrupted ({@link java.nio.channels.InterruptibleChannel}). For any thread.
 */
final class IndexFiles extends FilterDirectory {

    /** Names of Lucene's files end so that hold values of documents, and stored fields. */
    private static final Set<String> IN_STRETCHES = Set.of("dvd", "fdt");

    /** Below this, all files of its kind are mapped: together they do not count. */
    private static final long LARGE_BYTES = 16L << 20;

    private final Directory read;
    private final long large;

    private IndexFiles(Directory mapped, Directory read, long large) {
        super(mapped);
        this.read = read;
        this.large = large;
    }

    static Directory open(Path folder) throws IOException {
        return open(folder, LARGE_BYTES);
    }

    /**
     * The same with another bound.
     *
     * @param large bytes of a file from which on it is read, not mapped
     */
    static Directory open(Path folder, long large) throws IOException {
        return new IndexFiles(FSDirectory.open(folder), new RAFDirectory(folder), large);
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        boolean inStretches = IN_STRETCHES.contains(IndexFileNames.getExtension(name) + "");
        return inStretches && fileLength(name) >= large
                ? read.openInput(name, context)
                : super.openInput(name, context);
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(in, read);
    }
}
