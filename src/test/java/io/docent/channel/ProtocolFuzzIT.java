package io.docent.channel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests of every protocol and replies of a model, mutated for as long as {@code mvn -Pfuzz verify -Dfuzz.minutes=10} says;
 * a fifth of it each. {@code -Dfuzz.seed=N} repeats a run.
 */
class ProtocolFuzzIT {

    private static final Duration SHARE =
            Duration.ofMinutes(Integer.getInteger("fuzz.minutes", 10)).dividedBy(5);

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime() & 0xFFFFFF);

    @TempDir
    private Path root;

    @Test
    void everyRequestIsAnsweredOrRefused() {
        try (MutatedRequests requests = new MutatedRequests(root, seed)) {
            repeat("requests, by status", requests::send);
        }
    }

    @Test
    void ofEveryReplyComesAnAnswerWhoseCitationsAreQuotes() {
        try (MutatedReplies replies = new MutatedReplies(root, seed)) {
            repeat("replies, by who wrote the answer", replies::say);
        }
    }

    private void repeat(String what, Supplier<Object> one) {
        System.out.printf("Mutated %s; -Dfuzz.seed=%d%n", what, seed);
        Map<String, Integer> counts = new TreeMap<>();
        long end = System.nanoTime() + SHARE.toNanos();
        while (System.nanoTime() < end) {
            counts.merge(String.valueOf(one.get()), 1, Integer::sum);
        }
        System.out.printf("Mutated %s: %s%n", what, counts);
    }
}
