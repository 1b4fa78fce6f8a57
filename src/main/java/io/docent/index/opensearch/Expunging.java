package io.docent.index.opensearch;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the segments written anew that still hold what was deleted, which counts among the words until then. */
final class Expunging {

    private static final String SETTING = "index.merge.policy.expunge_deletes_allowed";
    private static final long FIRST_LOOK_MS = 200;
    private static final long LAST_LOOK_MS = 10_000;

    private final Cluster cluster;
    private final String index;

    Expunging(Cluster cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    /** Waits for it, however long it takes; nothing happens where nothing deleted is left. */
    void run() {
        if (deleted() == 0) {
            return;
        }
        allow("0");
        try {
            for (long pause = FIRST_LOOK_MS; deleted() > 0; pause = Math.min(2 * pause, LAST_LOOK_MS)) {
                Map<String, String> parameters = Map.of("only_expunge_deletes", "true", "wait_for_completion", "false");
                cluster.write("POST", "/" + index + "/_forcemerge", parameters, null);
                Cluster.sleep(pause);
                cluster.write("POST", "/" + index + "/_refresh", Map.of(), null);
            }
        } finally {
            allow(null);
        }
    }

    private long deleted() {
        return cluster.read("GET", "/" + index + "/_stats/docs", Map.of(), null)
                .path("_all")
                .path("total")
                .path("docs")
                .path("deleted")
                .asLong();
    }

    /** How many percent of a segment may be deleted; null for what OpenSearch allows otherwise. */
    private void allow(@Nullable String percent) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(SETTING, percent);
        cluster.write("PUT", "/" + index + "/_settings", Map.of(), settings);
    }
}
