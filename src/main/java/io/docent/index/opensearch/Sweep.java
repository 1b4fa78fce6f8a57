package io.docent.index.opensearch;

import io.docent.index.IndexException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what nobody sees any more: versions that were replaced, and writes that were never committed. Only a while after
 * this process saw that, for searches that began before; and forgotten by name only once it is seen to be gone. For one
 * thread at a time.
 */
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    /** OpenSearch takes up to 65,536 names in a query. */
    private static final int MOST_NAMES = 20_000;

    private final Cluster cluster;
    private final String index;
    private final Duration after;

    /** Versions that were replaced, and since when that is known, on the clock of {@link System#nanoTime}. */
    private final Map<String, Long> superseded = new HashMap<>();

    /** Numbers that were given up, likewise. */
    private final Map<Long, Long> never = new HashMap<>();

    private final Set<Long> deleted = new HashSet<>();

    /** @param after the longest that a search takes */
    Sweep(Cluster cluster, String index, Duration after) {
        this.cluster = cluster;
        this.index = index;
        this.after = after;
    }

    /** Begins to delete; what cannot be deleted now will be later. */
    void begin(State state) {
        note(superseded, state.superseded());
        note(never, state.never());
        Set<Long> numbers = old(never);
        numbers.removeAll(deleted);
        Set<String> versions = oldVersions();
        if (versions.isEmpty() && numbers.isEmpty()) {
            return;
        }
        try {
            Map<String, String> parameters =
                    Map.of("conflicts", "proceed", "refresh", "true", "wait_for_completion", "false");
            cluster.write("POST", path(), parameters, query(versions, numbers));
            deleted.addAll(numbers);
        } catch (IndexException e) {
            LOG.warn("Replaced versions of documents are not deleted yet: {}", e.getMessage());
        }
    }

    /** Versions that there is nothing left of; to be asked for after a refresh. */
    Set<String> done() {
        Set<String> versions = oldVersions();
        return versions.isEmpty() || count(versions, Set.of()) == 0 ? versions : Set.of();
    }

    /** Deletes all that is not seen and never will be, and waits until it is gone. */
    void everything(State state) {
        if (state.superseded().isEmpty() && state.never().isEmpty()) {
            return;
        }
        while (count(state.superseded(), state.never()) > 0) {
            Errand.run(
                    cluster,
                    path(),
                    Map.of("conflicts", "proceed", "refresh", "true"),
                    query(state.superseded(), state.never()));
            cluster.write("POST", "/" + index + "/_refresh", Map.of(), null);
        }
    }

    private String path() {
        return "/" + index + "/_delete_by_query";
    }

    private long count(Collection<String> versions, Collection<Long> numbers) {
        return cluster.read("POST", "/" + index + "/_count", Map.of(), query(versions, numbers))
                .path("count")
                .asLong();
    }

    private static <T> void note(Map<T, Long> known, Set<T> there) {
        known.keySet().retainAll(there);
        long now = System.nanoTime();
        there.forEach(one -> known.putIfAbsent(one, now));
    }

    private Set<String> oldVersions() {
        return superseded.size() > MOST_NAMES ? Set.copyOf(superseded.keySet()) : old(superseded);
    }

    private <T> Set<T> old(Map<T, Long> known) {
        long now = System.nanoTime();
        return known.entrySet().stream()
                .filter(one -> now - one.getValue() >= after.toNanos())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, Object> query(Collection<String> versions, Collection<Long> numbers) {
        return Map.of(
                "query", Map.of("bool", Map.of("should", State.either(versions, numbers), "minimum_should_match", 1)));
    }
}
