package io.docent.bench;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One question after the other over HTTP, and 32 clients at once; against what it costs to embed a question. */
final class QuestionRows {

    private static final int WARM_UP = 1_500;
    private static final int EACH_ROUND = 100;
    private static final int CLIENTS = 32;
    private static final Duration LOAD = Duration.ofSeconds(5);

    private static final Goal MEDIAN = Goal.atMost(10, " ×");
    private static final Goal SLOWEST = Goal.atMost(3, " ×");
    private static final Goal THROUGHPUT = Goal.atLeast(0.8, " ×");
    private static final Goal SLOWEST_OF_MANY = Goal.atMost(CLIENTS, " ×");

    private QuestionRows() {}

    static List<Row> rows(Bench bench) throws Exception {
        Collection small = Collection.small(bench);
        List<String> questions = small.questions(20_000, 1);
        return Folders.within(place -> {
            try (Service service = Service.start(small);
                    Indexing indexing = Indexing.open(place, place.resolve("data"))) {
                Asking asking = service.asking(questions);
                asking.ask(WARM_UP);
                List<Row> rows = new ArrayList<>(one(asking, indexing.bean(EmbeddingModel.class), questions));
                rows.addAll(many(asking));
                return rows;
            }
        });
    }

    private static List<Row> one(Asking asking, EmbeddingModel model, List<String> questions) throws Exception {
        List<Double> medians = new ArrayList<>();
        List<Double> slowest = new ArrayList<>();
        List<Double> embedding = new ArrayList<>();
        questions.subList(0, WARM_UP).forEach(model::embed);
        for (int round = 0; round < Bench.ROUNDS; round++) {
            Rounds asked = asking.ask(EACH_ROUND);
            medians.add(asked.median());
            slowest.add(asked.at(0.99));
            int from = round * EACH_ROUND;
            embedding.add(
                    embed(model, questions.subList(from, from + EACH_ROUND)).median());
        }
        Rounds median = new Rounds(medians);
        Rounds embed = new Rounds(embedding);
        return List.of(
                Row.of(
                        "One question over HTTP, 10,000 passages: median, by the time to embed it",
                        MEDIAN,
                        median.by(embed),
                        "%s ms; embedding %s ms; %s"
                                .formatted(
                                        Rounds.number(median.median()),
                                        Rounds.number(embed.median()),
                                        asking.answered())),
                Row.of(
                        "The same: 99th percentile by the median",
                        SLOWEST,
                        new Rounds(slowest).by(median),
                        Rounds.number(new Rounds(slowest).median()) + " ms"));
    }

    private static Rounds embed(EmbeddingModel model, List<String> questions) {
        List<Double> times = new ArrayList<>();
        for (String question : questions) {
            long start = System.nanoTime();
            model.embed(question);
            times.add((System.nanoTime() - start) / 1e6);
        }
        return new Rounds(times);
    }

    private static List<Row> many(Asking asking) throws Exception {
        List<Double> shares = new ArrayList<>();
        List<Double> slowest = new ArrayList<>();
        List<Double> perSecond = new ArrayList<>();
        asking.ask(CLIENTS, LOAD);
        for (int round = 0; round < Bench.ROUNDS; round++) {
            double single = asking.ask(EACH_ROUND).median();
            Rounds all = asking.ask(CLIENTS, LOAD);
            perSecond.add(all.values().size() / (LOAD.toMillis() / 1e3));
            shares.add(perSecond.getLast() * single / 1e3 / Bench.cores());
            slowest.add(all.at(0.99) / single);
        }
        return List.of(
                Row.of(
                        "Questions a second, 32 clients, of what the cores give at the cost of a single client's",
                        THROUGHPUT,
                        new Rounds(shares),
                        Rounds.number(new Rounds(perSecond).median()) + " a second, no error"),
                Row.of(
                        "The same: 99th percentile by the single client's median",
                        SLOWEST_OF_MANY,
                        new Rounds(slowest),
                        ""));
    }
}
