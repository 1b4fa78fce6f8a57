package io.docent.bench;

import io.docent.index.PassageIndex;
import io.docent.model.DrawnEmbeddings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Documents and their index, made once and kept.
 *
 * @param folder of the documents
 * @param data folder of the service, with the index
 */
record Collection(Path folder, Path data) {

    /** Files of every generated collection: what a scan looks through. */
    static final int FILES = 10_000;

    /** The vectors of larger ones are drawn: embedding a million passages takes hours. */
    private static final int MOST_EMBEDDED = 100_000;

    private static final long SEED = 20_26;

    /** In the files that say how far it is; another layout of the corpus gets another number. */
    private static final String LAYOUT = "1";

    /** Ten thousand files of one passage, or those of the folder that the run was given. */
    static Collection small(Bench bench) throws Exception {
        Path given = bench.documents();
        return given == null
                ? kept(bench, FILES)
                : indexed(new Collection(given, bench.kept().resolve("given").resolve("data")));
    }

    /** Generated documents of so many passages in 10,000 files. What was stopped on the way goes on from there. */
    static Collection kept(Bench bench, int passages) throws Exception {
        Collection collection = at(bench, passages);
        if (isKept(bench, passages)) {
            return collection;
        }
        if (!collection.is("written")) {
            Folders.delete(collection.home());
            Corpus.write(collection.folder, FILES, passages / FILES, SEED);
            Folders.age(collection.folder);
            Files.writeString(collection.marker("written"), LAYOUT);
        }
        if (passages <= MOST_EMBEDDED) {
            indexed(collection);
        } else {
            indexed(
                    collection,
                    DrawnEmbeddings.AROUND,
                    kept(bench, FILES).folder.toString());
        }
        Files.writeString(collection.marker("complete"), LAYOUT);
        return collection;
    }

    /** Whether an earlier run has made it. */
    static boolean isKept(Bench bench, int passages) throws IOException {
        return at(bench, passages).is("complete");
    }

    private static Collection at(Bench bench, int passages) {
        Path home = bench.kept().resolve("passages-" + passages);
        return new Collection(home.resolve("folder"), home.resolve("data"));
    }

    private static Collection indexed(Collection collection, String... settings) throws InterruptedException {
        try (Indexing indexing = Indexing.open(collection.folder, collection.data, settings)) {
            double seconds = indexing.run();
            System.out.printf("%s: %,d passages indexed in %.0f s%n", collection.data, indexing.passages(), seconds);
            // As the service does once it has indexed much; here it would be closed in the midst of it.
            indexing.bean(PassageIndex.class).settle();
        }
        return collection;
    }

    private Path home() {
        return folder.resolveSibling(".").normalize();
    }

    private boolean is(String state) throws IOException {
        Path marker = marker(state);
        return Files.exists(marker) && Files.readString(marker).equals(LAYOUT);
    }

    private Path marker(String state) {
        return folder.resolveSibling(state);
    }

    List<String> questions(int count, long seed) throws IOException {
        return Corpus.questions(folder, count, seed);
    }
}
