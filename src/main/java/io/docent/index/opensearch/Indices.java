package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.docent.index.IndexException;
import io.docent.index.opensearch.Cluster.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which indices of the cluster are ours: {@code docent-1}, {@code docent-2} and so on, of which the alias
 * {@code docent} names the one that answers. While another is made anew, for another embedding model, there are two.
 */
final class Indices {

    private static final int OLDEST_VERSION = 3;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final Cluster cluster;
    private final String alias;
    private final int shards;
    private final Stamp stamp;

    Indices(Cluster cluster, String alias, int shards, Stamp stamp) {
        this.cluster = cluster;
        this.alias = alias;
        this.shards = shards;
        this.stamp = stamp;
    }

    /** Finds the index to write to, or makes it; forgets others that were begun and are not wanted any more. */
    Found open() {
        checkVersion();
        Map<Integer, JsonNode> known = known();
        Integer answering = null;
        Integer current = null;
        for (var one : known.entrySet()) {
            if (one.getValue().path("aliases").has(alias)) {
                answering = one.getKey();
            }
            if (stamp.is(one.getValue().path("mappings").path("_meta"))
                    && (current == null || Objects.equals(answering, one.getKey()))) {
                current = one.getKey();
            }
        }
        int newest = known.isEmpty() ? 0 : known.keySet().stream().reduce(0, Math::max);
        int wanted = current == null ? newest + 1 : current;
        if (current == null) {
            create(wanted, answering == null);
        }
        for (int number : known.keySet()) {
            if (number != wanted && !Objects.equals(answering, number)) {
                cluster.write("DELETE", "/" + name(number), Map.of("ignore_unavailable", "true"), null);
            }
        }
        if (answering == null && current != null) {
            point(List.of(action("add", name(wanted))));
        }
        checkHealth(name(wanted));
        String outdated = answering == null || answering == wanted ? null : name(answering);
        return new Found(name(wanted), outdated);
    }

    /** Why nothing of this stamp can be put here; empty where there is nothing, or an index of this stamp. */
    Optional<String> obstacle() {
        checkVersion();
        for (var one : known().entrySet()) {
            String name = name(one.getKey());
            checkHealth(name);
            JsonNode meta = one.getValue().path("mappings").path("_meta");
            if (!stamp.is(meta)) {
                return Optional.of("the index " + name + " in OpenSearch was made by "
                        + meta.path("model").asText()
                        + ", which is another embedding model or another version of Docent; delete it (DELETE /" + name
                        + "), or set docent.opensearch.index to another name");
            }
        }
        return Optional.empty();
    }

    private String name(int number) {
        return alias + '-' + number;
    }

    private void checkVersion() {
        JsonNode version = cluster.read("GET", "/", Map.of(), null).path("version");
        String number = version.path("number").asText();
        boolean isOpenSearch = version.path("distribution").asText().equals("opensearch");
        if (!isOpenSearch || Integer.parseInt(number.replaceFirst("\\..*", "")) < OLDEST_VERSION) {
            throw new IndexException("docent.opensearch.hosts lead to "
                    + (isOpenSearch ? "OpenSearch " + number : "something else than OpenSearch")
                    + "; OpenSearch 3 or later is needed");
        }
    }

    /** By number; only those that say in their mapping that they are Docent's. */
    private Map<Integer, JsonNode> known() {
        Map<Integer, JsonNode> known = new TreeMap<>();
        Map<String, String> parameters = Map.of("ignore_unavailable", "true", "allow_no_indices", "true");
        for (var one : cluster.read("GET", "/" + alias + "-*", parameters, null).properties()) {
            String number = one.getKey().substring(alias.length() + 1);
            if (number.matches("[1-9][0-9]{0,8}")
                    && one.getValue().path("mappings").path("_meta").has("model")) {
                known.put(Integer.valueOf(number), one.getValue());
            }
        }
        return known;
    }

    private void create(int number, boolean answers) {
        ObjectNode body = (ObjectNode) template();
        ((ObjectNode) body.path("settings")).put("number_of_shards", shards);
        ObjectNode mappings = (ObjectNode) body.path("mappings");
        mappings.putPOJO("_meta", stamp.toMap());
        ((ObjectNode) mappings.path("properties").path("vector")).put("dimension", stamp.dimension());
        if (answers) {
            body.putObject("aliases").putObject(alias);
        }
        Answer answer = cluster.answer("PUT", "/" + name(number), Map.of(), body);
        String type = answer.body().path("error").path("type").asText();
        if (answer.status() == BAD_REQUEST && answer.body().toString().contains("knn")) {
            throw new IndexException(
                    "OpenSearch cannot keep vectors; its k-NN plugin has to be installed on every node");
        }
        // Where the answer to a first try was lost, the second finds it done.
        if (!type.equals("resource_already_exists_exception")) {
            cluster.wanted(answer);
        }
    }

    private static JsonNode template() {
        try (InputStream json = Objects.requireNonNull(Indices.class.getResourceAsStream("index.json"))) {
            return Json.read(json.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("what is packed can be read", e);
        }
    }

    private void checkHealth(String index) {
        Map<String, String> parameters = Map.of("wait_for_status", "yellow", "timeout", "5s");
        Answer health = cluster.answer("GET", "/_cluster/health/" + index, parameters, null);
        if (health.body().path("status").asText().equals("red")) {
            throw new IndexException("the index " + index + " is red: a part of it is on no node that runs;"
                    + " see _cluster/allocation/explain, and start the nodes that are missing");
        }
    }

    boolean isThere(String index) {
        Answer answer = cluster.answer("GET", "/" + index + "/_alias", Map.of(), null);
        if (answer.status() == NOT_FOUND) {
            return false;
        }
        cluster.wanted(answer);
        return true;
    }

    /** Answers come from {@code current} alone, at once. */
    void retire(String current, String outdated) {
        List<Object> actions = new ArrayList<>();
        actions.add(action("add", current));
        actions.add(Map.of("remove_index", Map.of("index", outdated)));
        point(actions);
    }

    private Map<String, Object> action(String kind, String index) {
        return Map.of(kind, Map.of("index", index, "alias", alias));
    }

    private void point(List<Object> actions) {
        Answer answer = cluster.answer("POST", "/_aliases", Map.of(), Map.of("actions", actions));
        // Where the answer to a first try was lost, the outdated index is gone already.
        if (answer.status() != NOT_FOUND) {
            cluster.wanted(answer);
        }
    }

    /**
     * Names of indices.
     *
     * @param current the one that is written
     * @param outdated one of another embedding model, which answers until the current one is made; or null
     */
    record Found(String current, @Nullable String outdated) {}
}
