package io.docent.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The inner pieces under JMH: splitter, fusion, support check. */
final class Pieces {

    private static final int ROUNDS = 5;
    private static final TimeValue SECOND = TimeValue.seconds(1);

    private Pieces() {}

    /** A table of their times. */
    static String table() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("io\\.docent\\..*Benchmark")
                        .shouldFailOnError(true)
                        .forks(1)
                        .jvmArgsAppend("--enable-native-access=ALL-UNNAMED")
                        .warmupIterations(ROUNDS)
                        .warmupTime(SECOND)
                        .measurementIterations(ROUNDS)
                        .measurementTime(SECOND)
                        .build())
                .run();
        return results.stream()
                .map(Pieces::row)
                .collect(Collectors.joining("\n", "| Piece | Time | Error (99.9 %) |\n|---|---|---|\n", ""));
    }

    private static String row(RunResult result) {
        String name = result.getParams().getBenchmark();
        String parameters = result.getParams().getParamsKeys().stream()
                .map(key -> ", " + key + " " + result.getParams().getParam(key))
                .collect(Collectors.joining());
        var primary = result.getPrimaryResult();
        return String.format(
                Locale.ROOT,
                "| %s%s | %.1f %s | ± %.1f |",
                name.replaceFirst(".*\\.(\\w+)Benchmark.*", "$1"),
                parameters,
                primary.getScore(),
                primary.getScoreUnit(),
                primary.getScoreError());
    }
}
