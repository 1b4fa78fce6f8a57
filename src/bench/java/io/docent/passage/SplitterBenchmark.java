package io.docent.passage;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Splits documents of plain paragraphs; tokens are counted by characters, so that the tokenizer is left out of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SplitterBenchmark {

    /** How many; a paragraph has some 400 characters. */
    @Param({"10", "1000"})
    public int paragraphs;

    private final PassageSplitter splitter = new PassageSplitter(text -> text.length() / 4, 200, 80);
    private Document document = document("Nothing is written yet.");

    private static Document document(String text) {
        return new Document(
                new DocumentId("0000000000000000"),
                "Title",
                "title.txt",
                "text/plain",
                text,
                List.of(),
                List.of(),
                "0".repeat(64));
    }

    @Setup
    public void write() {
        Random random = new Random(1);
        String text = Stream.generate(() -> paragraph(random)).limit(paragraphs).collect(Collectors.joining("\n\n"));
        document = document(text);
    }

    private static String paragraph(Random random) {
        return Stream.generate(() ->
                        "Sentence " + random.nextInt(1_000) + " of this paragraph says as much as Dr. Smith does.")
                .limit(7)
                .collect(Collectors.joining(" "));
    }

    @Benchmark
    public List<Passage> splits() {
        return splitter.split(document);
    }
}
