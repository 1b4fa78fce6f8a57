package io.docent.retrieval;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Fuses three kinds of scores of as many passages as a question has candidates at most. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FusionBenchmark {

    private static final int CANDIDATES = 120;

    private final double[] weights = {0.2, 0.2, 0.6};
    private final double[][] scores = scores();

    private static double[][] scores() {
        Random random = new Random(1);
        double[][] scores = new double[3][];
        for (int kind = 0; kind < scores.length; kind++) {
            scores[kind] = random.doubles(CANDIDATES).toArray();
        }
        return scores;
    }

    @Benchmark
    public double[] fuses() {
        return Fusion.fuse(weights, scores);
    }
}
