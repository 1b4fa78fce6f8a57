package io.docent.bench;

import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.docent.model.RecordingEmbeddings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From files to a committed index, against the peer with both of its models and against the model alone. */
final class IndexingRows {

    private static final int SECTIONS = 8;

    private static final Goal FP32 = Goal.atLeast(5, " ×");
    private static final Goal INT8 = Goal.atLeast(1.3, " ×");
    private static final Goal MODEL = Goal.atLeast(85, " %");

    private IndexingRows() {}

    static List<Row> rows(Bench bench) throws Exception {
        return Folders.within(place -> {
            Path folder = bench.documents();
            if (folder == null) {
                folder = Files.createDirectories(place.resolve("folder"));
                Corpus.write(folder, bench.full() ? 400 : 30, SECTIONS, 8);
                Folders.age(folder);
            }
            return rows(folder, place);
        });
    }

    private static List<Row> rows(Path folder, Path place) throws Exception {
        List<Double> own = new ArrayList<>();
        List<Double> fp32 = new ArrayList<>();
        List<Double> int8 = new ArrayList<>();
        List<Double> limit = new ArrayList<>();
        Peer peer = new Peer(new AllMiniLmL6V2EmbeddingModel());
        Peer small = new Peer(new AllMiniLmL6V2QuantizedEmbeddingModel());
        try (Limit model = new Limit()) {
            // The first round warms up, and tells the sequences.
            List<long[]> sequences = sequences(folder, place.resolve("recorded"));
            small.index(folder);
            model.run(sequences);
            for (int round = 0; round < Bench.ROUNDS; round++) {
                own.add(own(folder, place.resolve("data-" + round)));
                limit.add(model.run(sequences));
                int8.add(small.index(folder));
                fp32.add(peer.index(folder));
            }
        }
        return rows(Folders.characters(folder), new Rounds(own), new Rounds(fp32), new Rounds(int8), new Rounds(limit));
    }

    private static List<long[]> sequences(Path folder, Path data) throws InterruptedException {
        try (Indexing indexing = Indexing.open(folder, data, RecordingEmbeddings.ON, "true")) {
            indexing.run();
            return indexing.bean(RecordingEmbeddings.class).sequences();
        }
    }

    private static double own(Path folder, Path data) throws InterruptedException {
        try (Indexing indexing = Indexing.open(folder, data)) {
            return indexing.run();
        }
    }

    private static List<Row> rows(long characters, Rounds own, Rounds fp32, Rounds int8, Rounds limit) {
        String speed = "%s characters/s of %,d".formatted(Rounds.number(characters / own.median()), characters);
        return List.of(
                Row.of(
                        "Indexing, against the peer with fp32",
                        FP32,
                        fp32.by(own),
                        speed + "; peer " + Rounds.number(characters / fp32.median())),
                Row.of(
                        "Indexing, against the peer with int8",
                        INT8,
                        int8.by(own),
                        "peer " + Rounds.number(characters / int8.median()) + " characters/s"),
                Row.of(
                        "Indexing, of what the model alone could do",
                        MODEL,
                        limit.by(own).times(100),
                        "model " + Rounds.number(characters / limit.median()) + " characters/s"));
    }
}
