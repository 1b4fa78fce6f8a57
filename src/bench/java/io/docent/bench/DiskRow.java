package io.docent.bench;

import java.util.List;

/** What the index takes beyond the text. */
final class DiskRow {

    private static final int PASSAGES = 100_000;
    private static final Goal GOAL = Goal.atMost(6, " kB");

    private DiskRow() {}

    static List<Row> rows(Bench bench) throws Exception {
        boolean large = bench.full() || Collection.isKept(bench, PASSAGES);
        int passages = large ? PASSAGES : Collection.FILES;
        Collection collection = Collection.kept(bench, passages);
        long index = Folders.bytes(collection.data().resolve("index"));
        long text = Folders.bytes(collection.folder());
        return List.of(Row.of(
                "Disk, %,d passages, a passage beyond its text".formatted(passages),
                GOAL,
                Rounds.of((index - text) / 1e3 / passages),
                "index %,d MB, text %,d MB%s"
                        .formatted(
                                index / 1_000_000,
                                text / 1_000_000,
                                large ? "" : "; 100,000 passages in the full profile")));
    }
}
