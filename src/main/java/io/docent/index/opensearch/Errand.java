package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.docent.index.opensearch.Cluster.Answer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that the cluster does for longer than a request may take. */
final class Errand {

    private static final long FIRST_LOOK_MS = 100;
    private static final long LAST_LOOK_MS = 10_000;

    private Errand() {}

    /** Has it done, and waits until it is, however long that takes. */
    static void run(Cluster cluster, String path, Map<String, String> parameters, @Nullable Object body) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("wait_for_completion", "false");
        String task = cluster.write("POST", path, all, body).path("task").asText();
        for (long pause = FIRST_LOOK_MS; isRunning(cluster, task); pause = Math.min(2 * pause, LAST_LOOK_MS)) {
            Cluster.sleep(pause);
        }
    }

    /** A node that went away took its tasks along: whoever waits looks at what was to be done. */
    private static boolean isRunning(Cluster cluster, String task) {
        Answer answer = cluster.answer("GET", "/_tasks/" + task, Map.of(), null);
        JsonNode completed = answer.body().path("completed");
        return completed.isBoolean() && !completed.asBoolean();
    }
}
