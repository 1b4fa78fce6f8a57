package io.docent.index.opensearch;

import io.docent.index.IndexException;
import io.docent.index.opensearch.Cluster.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The numbers of commits, handed out to all who write to an index by replacing its {@link State} on condition that nobody
 * else did meanwhile. Changes are made again on what others left, so each must do no harm when it is done twice. For any
 * thread.
 */
final class Numbers {

    private static final Logger LOG = LoggerFactory.getLogger(Numbers.class);

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int LONGEST_PAUSE_MS = 50;

    private final Cluster cluster;
    private final String index;
    private final Duration lease;
    private final Map<Long, Sign> signs = new HashMap<>();

    /** @param lease how long nothing is seen of a writer until its number is given up */
    Numbers(Cluster cluster, String index, Duration lease) {
        this.cluster = cluster;
        this.index = index;
        this.lease = lease;
    }

    State read() {
        return State.of(cluster.read("GET", path(), Map.of(), null));
    }

    private String path() {
        return "/" + index + "/_doc/" + State.ID;
    }

    /** Makes the state where there is none. */
    void begin() {
        Answer there = cluster.answer("GET", path(), Map.of(), null);
        if (there.status() == NOT_FOUND) {
            there = cluster.answer(
                    "PUT", path(), Map.of("op_type", "create"), State.first().toMap());
        }
        if (there.status() != CONFLICT) {
            cluster.wanted(there);
        }
    }

    /** A number that nobody else has. */
    long open() {
        String writer = UUID.randomUUID().toString();
        State opened = change(there -> there.open().containsValue(writer) ? there : there.opened(writer));
        return opened.open().entrySet().stream()
                .filter(one -> one.getValue().equals(writer))
                .findFirst()
                .orElseThrow(() -> lost(index))
                .getKey();
    }

    /**
     * Makes what was written under a number seen.
     *
     * @param replaced tells the versions that are not to be seen any more, of a state that shows them
     * @param deleted versions that there is nothing left of
     * @throws IndexException where the number was given up meanwhile
     */
    State commit(long number, Function<State, Set<String>> replaced, Set<String> deleted) {
        return change(there -> {
            if (there.never().contains(number)) {
                throw lost(index);
            }
            // Neither: the answer to a first try was lost.
            return there.open().containsKey(number)
                    ? there.committed(number, replaced.apply(there)).without(deleted)
                    : there;
        });
    }

    private static IndexException lost(String index) {
        return new IndexException("another Docent on the index " + index + " took this one for dead; what was written"
                + " meanwhile is lost and has to be written again");
    }

    /** What was written under a number will never be seen. */
    void giveUp(long number) {
        change(there -> there.open().containsKey(number) ? there.givenUp(Set.of(number)) : there);
    }

    /** The same for every number that is open, whoever has it. */
    State giveUpAll() {
        return change(there ->
                there.open().isEmpty() ? there : there.givenUp(there.open().keySet()));
    }

    /** Tells others that whoever has a number lives. */
    void sign(long number) {
        String sign = UUID.randomUUID().toString();
        change(there -> there.open().containsKey(number) ? there.signed(number, sign) : there);
    }

    private State change(UnaryOperator<State> change) {
        while (true) {
            State there = State.of(cluster.wanted(cluster.answer("GET", path(), Map.of(), null)));
            State next = change.apply(there);
            if (next.equals(there)) {
                return there;
            }
            Set<Long> dead = dead(next);
            State whole = dead.isEmpty() ? next : next.givenUp(dead);
            Map<String, String> condition = Map.of(
                    "if_seq_no", Long.toString(there.sequence()), "if_primary_term", Long.toString(there.term()));
            Answer answer = cluster.answer("PUT", path(), condition, whole.toMap());
            if (answer.status() != CONFLICT) {
                if (!dead.isEmpty()) {
                    LOG.info("Whoever wrote commit {} to {} is gone; what it did not commit is left out", dead, index);
                }
                return whole.written(cluster.wanted(answer));
            }
            Cluster.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MS));
        }
    }

    /** Open numbers of whose writers nothing was seen for the length of a lease, by this machine's clock alone. */
    private synchronized Set<Long> dead(State state) {
        signs.keySet().retainAll(state.open().keySet());
        Set<Long> dead = new HashSet<>();
        long now = System.nanoTime();
        state.open().forEach((number, text) -> {
            Sign known = signs.get(number);
            if (known == null || !known.text().equals(text)) {
                signs.put(number, new Sign(text, now));
            } else if (now - known.since() > lease.toNanos()) {
                dead.add(number);
            }
        });
        return dead;
    }

    /** What a writer was last seen to say, and since when on the clock of {@link System#nanoTime}. */
    private record Sign(String text, long since) {}
}
