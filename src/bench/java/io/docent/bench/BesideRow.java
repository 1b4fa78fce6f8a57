package io.docent.bench;

import io.docent.HttpApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The median question while a folder is indexed, by that of a service that does nothing else. */
final class BesideRow {

    /** More than are indexed while the questions of a round are asked. */
    private static final int NEW_FILES = 60;

    private static final int NEW_SECTIONS = 8;
    private static final int QUESTIONS = 60;
    private static final Goal GOAL = Goal.atMost(2, " ×");

    private BesideRow() {}

    static List<Row> rows(Bench bench) throws Exception {
        Collection kept = Collection.kept(bench, Collection.FILES);
        return Folders.within(place -> {
            Collection copy = new Collection(place.resolve("folder"), place.resolve("data"));
            Folders.copy(kept.folder(), copy.folder());
            Folders.copy(kept.data(), copy.data());
            try (Service service = Service.start(copy)) {
                return rows(service, copy);
            }
        });
    }

    private static List<Row> rows(Service service, Collection copy) throws Exception {
        Asking asking = service.asking(copy.questions(5_000, 2));
        HttpApi api = service.process().api();
        asking.ask(1_500);
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        int seed = 100;
        Path folder = copy.folder().resolve("new");
        for (int round = 0; round < Bench.ROUNDS; round++) {
            alone.add(asking.ask(QUESTIONS).median());
            Folders.delete(folder);
            Corpus.write(folder, NEW_FILES, NEW_SECTIONS, seed++);
            api.send(api.request("/api/ingestion").POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
            await(api, true);
            List<Double> times = new ArrayList<>();
            while (times.size() < QUESTIONS && isIndexing(api)) {
                times.addAll(asking.ask(5).values());
            }
            beside.add(new Rounds(times).median());
            await(api, false);
        }
        Rounds busy = new Rounds(beside);
        Rounds idle = new Rounds(alone);
        return List.of(Row.of(
                "Indexing beside answering: the median question, by that without",
                GOAL,
                busy.by(idle),
                "%s ms, alone %s ms".formatted(Rounds.number(busy.median()), Rounds.number(idle.median()))));
    }

    private static boolean isIndexing(HttpApi api) {
        return api.get("/api/ingestion").json(200).get("state").text().equals("running");
    }

    private static void await(HttpApi api, boolean indexing) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (isIndexing(api) != indexing) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("indexing has not " + (indexing ? "begun" : "ended"));
            }
            Thread.sleep(20);
        }
    }
}
