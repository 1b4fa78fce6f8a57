package io.docent.bench;

import io.docent.HttpApi;
import io.docent.PackagedService;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The first answer from an index that is there, by the first answer of a Micronaut service that only says hello. */
final class StartRow {

    private static final Goal GOAL = Goal.atMost(2, " ×");

    private StartRow() {}

    static List<Row> rows(Bench bench) throws Exception {
        Collection collection = Collection.small(bench);
        String question = collection.questions(1, 6).getFirst();
        return Folders.within(place -> rows(docent(collection, question, place), hello(place)));
    }

    private static Launch docent(Collection collection, String question, Path place) {
        return new Launch(
                List.of("-jar", PackagedService.jar().toString()),
                Map.of(
                        "DOCENT_DATA", collection.data().toString(),
                        "DOCENT_INGEST_FOLDER", collection.folder().toString()),
                HttpRequest.newBuilder(URI.create("http://localhost/api/chat"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(HttpApi.body("question", question)))
                        .build(),
                place.resolve("docent.aot"));
    }

    private static Launch hello(Path place) throws Exception {
        return new Launch(
                List.of("-cp", HelloJar.classPath(place), HelloJar.MAIN),
                Map.of(),
                HttpRequest.newBuilder(URI.create("http://localhost/bench-hello"))
                        .build(),
                place.resolve("hello.aot"));
    }

    private static List<Row> rows(Launch docent, Launch hello) throws Exception {
        docent.train();
        hello.train();
        List<Double> own = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = 0; round < Bench.ROUNDS; round++) {
            own.add(docent.first());
            bare.add(hello.first());
        }
        Rounds answer = new Rounds(own);
        Rounds greeting = new Rounds(bare);
        return List.of(Row.of(
                "First answer after start with an existing index, by a bare Micronaut service's",
                GOAL,
                answer.by(greeting),
                "%s s, bare %s s; both with an AOT cache"
                        .formatted(Rounds.number(answer.median()), Rounds.number(greeting.median()))));
    }
}
