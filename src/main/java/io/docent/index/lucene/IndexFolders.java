package io.docent.index.lucene;

import io.docent.index.IndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the index is kept: {@code index}, and beside it {@code index-outdated} while the index of another embedding
 * model is made again. An index that cannot be read is set aside under a name of its own. Every commit carries the name
 * and dimension of the model that made its vectors and the version of its format.
 */
final class IndexFolders {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolders.class);

    private static final String MODEL = "model";
    private static final String DIMENSION = "dimension";
    private static final String FORMAT = "format";

    /** Bytes of an index that are read in a tenth of a second. */
    private static final long READ_TO_THE_END = 64L << 20;

    private final Path data;
    private final String model;
    private final int dimension;

    /** What is wrong with the folder that was last found to be broken. */
    private String damage = "";

    IndexFolders(Path data, String model, int dimension) {
        this.data = data;
        this.model = model;
        this.dimension = dimension;
    }

    Path current() {
        return data.resolve("index");
    }

    private Path old() {
        return data.resolve("index-outdated");
    }

    Map<String, String> stamp() {
        return Map.of(MODEL, model, DIMENSION, Integer.toString(dimension), FORMAT, Integer.toString(Fields.FORMAT));
    }

    /**
     * Moves what cannot be used out of the way.
     *
     * @return the index of another model, from which this one's is to be made; or null
     */
    @Nullable
    Path prepare() throws IOException {
        Files.createDirectories(data);
        State current = state(current());
        switch (current) {
            case USABLE, NONE -> {}
            case OTHER_MODEL -> {
                // Where one is left from before, that one is whole and this one was still being made from it.
                if (state(old()) == State.NONE) {
                    Files.move(current(), old());
                } else {
                    delete(current());
                }
            }
            case BROKEN -> setAside(current());
        }
        return switch (state(old())) {
            case NONE -> null;
            case USABLE, OTHER_MODEL -> old();
            case BROKEN -> {
                setAside(old());
                yield null;
            }
        };
    }

    /**
     * The index as it is, to be read.
     *
     * @throws IndexException where there is none that this version and model can read
     */
    Path readable() throws IOException {
        if (state(old()) != State.NONE) {
            throw new IndexException(
                    "the index in " + current() + " is still being made anew for another embedding model;"
                            + " start Docent with the settings that it had, until that is done");
        }
        return switch (state(current())) {
            case USABLE -> current();
            case NONE -> throw new IndexException("there is no index in " + current());
            case OTHER_MODEL ->
                throw new IndexException("the index in " + current()
                        + " was made by another embedding model than docent.embedding.model, or by another version of"
                        + " Docent; start this one with the settings that it had, until it is made anew");
            case BROKEN -> throw new IndexException("the index in " + current() + " is damaged (" + damage + ")");
        };
    }

    private State state(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return State.NONE;
        }
        try (Directory directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return withoutCommit(directory);
            }
            Map<String, String> stamp = SegmentInfos.readLatestCommit(directory).getUserData();
            check(directory);
            return stamp.equals(stamp()) ? State.USABLE : State.OTHER_MODEL;
        } catch (IOException | RuntimeException e) {
            damage = String.valueOf(e.getMessage()).replaceFirst("(?s) \\(resource=.*|\\R.*", "");
            return State.BROKEN;
        }
    }

    /** Lucene would begin anew there and delete what it finds; whoever has a copy of what is missing may still want it. */
    private State withoutCommit(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            // The first commit of an index writes no more than these.
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME) && !file.startsWith(IndexFileNames.PENDING_SEGMENTS)) {
                damage = "its list of segments is missing";
                return State.BROKEN;
            }
        }
        return State.NONE;
    }

    /** Opens every segment; a small index is also read to the end, so that damage shows now and not in an answer. */
    private static void check(Directory directory) throws IOException {
        long bytes = 0;
        for (String file : directory.listAll()) {
            bytes += directory.fileLength(file);
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                if (bytes <= READ_TO_THE_END) {
                    leaf.reader().checkIntegrity();
                }
            }
        }
    }

    private void setAside(Path folder) throws IOException {
        String now =
                LocalDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS"));
        Path aside = data.resolve(folder.getFileName() + "-damaged-" + now);
        Files.move(folder, aside);
        LOG.warn(
                "The index in {} is damaged ({}) and was set aside as {}; a new one is made from the documents and the"
                        + " kept uploads.",
                folder,
                damage,
                aside);
    }

    void forgetOutdated() {
        try {
            delete(old());
        } catch (IOException e) {
            LOG.warn(
                    "The outdated index in {} cannot be deleted: {}. It may be deleted by hand.",
                    old(),
                    e.getMessage());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private enum State {
        NONE,
        USABLE,
        OTHER_MODEL,
        BROKEN
    }
}
