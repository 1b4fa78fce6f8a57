package io.docent.index.opensearch;

import io.docent.index.IndexException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what nobody sees any more: versions that were replaced, and writes that were never committed. Only after a
 * while, for searches that began before; and forgotten by name only once it is seen to be gone.
 */
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    /** OpenSearch takes up to 65,536 names in a query. */
    private static final int MOST_NAMES = 20_000;

    private final Cluster cluster;
    private final String index;
    private final Duration after;

    /** @param after the longest that a search takes */
    Sweep(Cluster cluster, String index, Duration after) {
        this.cluster = cluster;
        this.index = index;
        this.after = after;
    }

    /** Begins to delete; what cannot be deleted now will be later. */
    void begin(State state) {
        State old = old(state);
        if (old.leavesNothingOut()) {
            return;
        }
        try {
            delete(old);
        } catch (IndexException e) {
            LOG.warn("Replaced versions of documents are not deleted yet: {}", e.getMessage());
        }
    }

    /** Deletes all that is not seen now, and waits until it is gone. */
    void everything(State state) {
        if (state.leavesNothingOut()) {
            return;
        }
        while (count(state) > 0) {
            Errand.run(cluster, path(), Map.of("conflicts", "proceed", "refresh", "true"), query(state));
            cluster.write("POST", "/" + index + "/_refresh", Map.of(), null);
        }
    }

    private void delete(State state) {
        Map<String, String> parameters =
                Map.of("conflicts", "proceed", "refresh", "true", "wait_for_completion", "false");
        cluster.write("POST", path(), parameters, query(state));
    }

    private String path() {
        return "/" + index + "/_delete_by_query";
    }

    private long count(State state) {
        return cluster.read("POST", "/" + index + "/_count", Map.of(), query(state))
                .path("count")
                .asLong();
    }

    /** Those that there is nothing left of; to be asked for after a refresh. */
    State done(State state) {
        State old = old(state);
        if (old.leavesNothingOut()) {
            return old;
        }
        return count(old) == 0 ? old : state.unseenSince(Long.MIN_VALUE);
    }

    private State old(State state) {
        boolean many = state.superseded().size() > MOST_NAMES;
        return state.unseenSince(many ? Long.MAX_VALUE : System.currentTimeMillis() - after.toMillis());
    }

    private static Map<String, Object> query(State old) {
        return Map.of("query", Map.of("bool", Map.of("should", old.leftOut(), "minimum_should_match", 1)));
    }
}
