package io.docent.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the process holds after a thousand questions. */
final class MemoryRows {

    private static final int QUESTIONS = 1_000;
    private static final int LARGE = 100_000;
    private static final Goal SMALL_GOAL = Goal.atMost(350, " MB");
    private static final Goal LARGE_GOAL = Goal.atMost(600, " MB");

    private MemoryRows() {}

    static List<Row> rows(Bench bench) throws Exception {
        List<Row> rows = new ArrayList<>();
        rows.add(Folders.within(place -> row(
                new Collection(Path.of("seeds").toAbsolutePath(), place.resolve("data")),
                "Resident memory after 1,000 questions, seeds/",
                SMALL_GOAL)));
        String what = "Resident memory after 1,000 questions, 100,000 passages";
        rows.add(
                bench.full() || Collection.isKept(bench, LARGE)
                        ? row(Collection.kept(bench, LARGE), what, LARGE_GOAL)
                        : Row.without(what, LARGE_GOAL, "in the full profile"));
        return rows;
    }

    private static Row row(Collection collection, String what, Goal goal) throws Exception {
        List<String> questions = collection.questions(QUESTIONS, 3);
        List<Double> megabytes = new ArrayList<>();
        int starts = collection.folder().endsWith("seeds") ? Bench.ROUNDS : 1;
        for (int start = 0; start < starts; start++) {
            try (Service service = Service.start(collection)) {
                service.asking(questions).ask(QUESTIONS);
                megabytes.add(service.megabytes());
            }
        }
        return Row.of(what, goal, new Rounds(megabytes), "java " + String.join(" ", Service.OPTIONS) + " -jar");
    }
}
