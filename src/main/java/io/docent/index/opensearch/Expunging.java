package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has the segments written anew that still hold what was deleted, which counts among the words until then. What is one in a
 * thousand or less of a segment stays: each commit deletes one document without words, the {@link State} before.
 */
final class Expunging {

    private static final int STAYS = 1_000;
    private static final String PERCENT_THAT_STAYS = "0.1";
    private static final String SETTING = "index.merge.policy.expunge_deletes_allowed";
    private static final long PAUSE_MS = 2_000;

    private final Cluster cluster;
    private final String index;

    Expunging(Cluster cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    /** Waits for it, however long it takes; nothing happens where nothing deleted is left. */
    void run() {
        if (isClean()) {
            return;
        }
        allow(PERCENT_THAT_STAYS);
        try {
            // What replicas may still want is kept for half a minute or so, whatever is asked for.
            for (boolean clean = false; !clean; clean = isClean()) {
                Errand.run(cluster, "/" + index + "/_forcemerge", Map.of("only_expunge_deletes", "true"), null);
                Cluster.sleep(PAUSE_MS);
                cluster.write("POST", "/" + index + "/_refresh", Map.of(), null);
            }
        } finally {
            allow(null);
        }
    }

    private boolean isClean() {
        JsonNode shards = cluster.read("GET", "/" + index + "/_segments", Map.of(), null)
                .path("indices")
                .path(index)
                .path("shards");
        for (JsonNode copies : shards) {
            for (JsonNode copy : copies) {
                for (JsonNode segment : copy.path("segments")) {
                    long deleted = segment.path("deleted_docs").asLong();
                    if (deleted * STAYS > segment.path("num_docs").asLong() + deleted) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** How many percent of a segment may be deleted; null for what OpenSearch allows otherwise. */
    private void allow(@Nullable String percent) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(SETTING, percent);
        cluster.write("PUT", "/" + index + "/_settings", Map.of(), settings);
    }
}
