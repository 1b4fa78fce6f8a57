package io.docent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Measures the development sets with the packaged jar. Part of the profile {@code evaluate} alone. */
class EvaluationIT {

    private static final int MOST_HOURS = 3;

    /** A data set, and what its figures have to be at least. */
    private static final List<String> SETS = List.of(
            "xquad.en recall@1=0.975 mrr@10=0.984 answer-first-unrefused=0.84 answer-whole-unrefused=0.93 far-auroc=0.995"
                    + " far-refused=0.98 answered=0.95 near-auroc=0.96 quotes-equal=1",
            "selqa.dev map=0.885",
            "spans quotes-equal=1",
            "mtrag quotes-equal=1",
            "aws recall@5=0.9 quotes-equal=1");

    @Test
    void figuresAreWhatTheDocumentationSays() throws IOException, InterruptedException {
        Path data = Path.of(System.getProperty("evaluation.data", "evaluation"));
        assumeTrue(
                Files.isDirectory(data),
                "There are no development sets in " + data + ": name their folder by -Devaluation.data=FOLDER");

        List<String> below = new ArrayList<>();
        for (String set : SETS) {
            List<String> words = List.of(set.split(" "));
            if (isIn(data, words.getFirst()) && evaluate(data, words.getFirst(), words.subList(1, words.size())) != 0) {
                below.add(words.getFirst());
            }
        }

        assertThat(below).as("sets with a figure below its bound").isEmpty();
    }

    /** Whether there is a folder or a file of this name, with any ending. */
    private static boolean isIn(Path data, String set) throws IOException {
        try (Stream<Path> entries = Files.list(data)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .anyMatch(name -> name.equals(set) || name.startsWith(set + "."));
        }
    }

    private static int evaluate(Path data, String set, List<String> bounds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx3g",
                "-jar",
                System.getProperty("docent.jar"),
                "evaluate",
                "--questions",
                data.toString(),
                "--only",
                set,
                "--index",
                Path.of("target", "evaluation-index").toString(),
                "--report",
                Path.of("target", "evaluation", set).toString()));
        bounds.forEach(bound -> command.addAll(List.of("--at-least", set + "." + bound)));
        Process evaluation = new ProcessBuilder(command).inheritIO().start();
        try {
            assertThat(evaluation.waitFor(MOST_HOURS, TimeUnit.HOURS)).isTrue();
            return evaluation.exitValue();
        } finally {
            evaluation.destroyForcibly();
        }
    }
}
