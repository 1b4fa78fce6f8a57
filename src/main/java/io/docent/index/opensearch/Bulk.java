package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.docent.index.IndexException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is written and sends it in their order, some megabytes at a time. Whoever adds waits while a batch is
 * sent, so that documents are read no faster than the cluster keeps them; what it has no room for yet is sent again.
 * For any thread.
 */
final class Bulk {

    private static final int BATCH_BYTES = 4 << 20;
    private static final int MOST_TRIES = 10;
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 10_000;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int NOT_FOUND = 404;

    private final Cluster cluster;
    private final List<byte[]> waiting = new ArrayList<>();
    private long bytes;

    Bulk(Cluster cluster) {
        this.cluster = cluster;
    }

    synchronized void index(String index, String id, Map<String, Object> source) {
        add(operation("index", index, id, source));
    }

    synchronized void delete(String index, String id) {
        add(operation("delete", index, id, null));
    }

    private static byte[] operation(String kind, String index, String id, @Nullable Map<String, Object> source) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes(Json.write(Map.of(kind, Map.of("_index", index, "_id", id))));
        lines.write('\n');
        if (source != null) {
            lines.writeBytes(Json.write(source));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private void add(byte[] operation) {
        if (bytes > 0 && bytes + operation.length > BATCH_BYTES) {
            flush();
        }
        waiting.add(operation);
        bytes += operation.length;
    }

    /** Forgets what was not sent. */
    synchronized void clear() {
        waiting.clear();
        bytes = 0;
    }

    /** Sends all there is. An {@link IndexException} tells that a part of it may not have been kept. */
    synchronized void flush() {
        List<byte[]> batch = List.copyOf(waiting);
        clear();
        long pause = FIRST_PAUSE_MS;
        for (int attempt = 1; !batch.isEmpty(); attempt++) {
            batch = send(batch, attempt == MOST_TRIES);
            if (!batch.isEmpty()) {
                Cluster.sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
            }
        }
    }

    /** Gives back what there was no room for. */
    private List<byte[]> send(List<byte[]> batch, boolean last) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        batch.forEach(lines::writeBytes);
        JsonNode items = cluster.bulk(lines.toByteArray()).path("items");
        if (items.size() != batch.size()) {
            throw new IndexException("OpenSearch answered for " + items.size() + " of " + batch.size() + " writes");
        }
        List<byte[]> again = new ArrayList<>();
        JsonNode throttled = null;
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.path(i).elements().next();
            int status = item.path("status").asInt();
            if (status == TOO_MANY || status == UNAVAILABLE) {
                again.add(batch.get(i));
                throttled = item;
            } else if (status >= 300 && status != NOT_FOUND) {
                throw refused(item);
            }
        }
        if (last && throttled != null) {
            throw refused(throttled);
        }
        return again;
    }

    private IndexException refused(JsonNode item) {
        return cluster.failure(item.path("status").asInt(), item);
    }
}
