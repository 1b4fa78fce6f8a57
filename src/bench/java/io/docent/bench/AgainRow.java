package io.docent.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Indexing again 10,000 files of which none has changed, by the time that indexing them first takes. */
final class AgainRow {

    /** A first time of all files in every round would take an hour; the full profile takes more of them than the quick. */
    private static final int SOME = 200;

    private static final int MORE = 2_000;

    private static final Goal GOAL = Goal.atMost(1, " %");

    private AgainRow() {}

    static List<Row> rows(Bench bench) throws Exception {
        Collection all = Collection.kept(bench, Collection.FILES);
        int files = bench.full() ? MORE : SOME;
        return Folders.within(place -> {
            Path some = Files.createDirectories(place.resolve("folder"));
            Corpus.write(some, files, 1, 5);
            Folders.age(some);
            return rows(all, files, some, place);
        });
    }

    private static List<Row> rows(Collection all, int files, Path some, Path place) throws Exception {
        List<Double> again = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        run(all.folder(), all.data());
        for (int round = 0; round < Bench.ROUNDS; round++) {
            first.add(run(some, place.resolve("data-" + round)));
            again.add(run(all.folder(), all.data()));
        }
        double factor = Collection.FILES / (double) files;
        Rounds whole = new Rounds(first).times(factor);
        Rounds unchanged = new Rounds(again);
        return List.of(Row.of(
                "Indexing again, 10,000 files, nothing changed, of the first time",
                GOAL,
                unchanged.by(whole).times(100),
                "%s s; first time %s s, from %,d of the files"
                        .formatted(Rounds.number(unchanged.median()), Rounds.number(whole.median()), files)));
    }

    private static double run(Path folder, Path data) throws InterruptedException {
        try (Indexing indexing = Indexing.open(folder, data)) {
            return indexing.run();
        }
    }
}
