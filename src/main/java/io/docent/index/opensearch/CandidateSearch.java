package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.docent.index.Candidate;
import io.docent.index.PassageQuery;
import io.docent.index.Vectors;
import io.docent.measure.Stage;
import io.docent.measure.Stages;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the passages nearest a query by words and by meaning, and tells both scores of each. For one search. */
final class CandidateSearch {

    /** A word score counts all shards together, as it would in one. */
    private static final String TOGETHER = "dfs_query_then_fetch";

    /** The most passages that the shards may bring together; each brings as many as are asked for. */
    private static final int MOST = 10_000;

    private static final List<String> FIELDS =
            List.of("document", "position", "start", "page", "headings", "text", "embedding", "tokens");

    private final Cluster cluster;
    private final String index;
    private final State state;
    private final Stages stages;
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final List<JsonNode> found = new ArrayList<>();
    private final Set<String> documents = new TreeSet<>();

    CandidateSearch(Cluster cluster, String index, State state, Stages stages) {
        this.cluster = cluster;
        this.index = index;
        this.state = state;
        this.stages = stages;
    }

    /** The fields of a passage that was found. */
    JsonNode found(int key) {
        return found.get(key);
    }

    /** Ids of the documents that passages were found in. */
    Set<String> documents() {
        return documents;
    }

    List<Candidate> search(PassageQuery query) {
        byte[] vector = Vectors.quantise(query.embedding());
        Map<String, Object> filter = Queries.passages(state, query.documents());
        List<Map<String, Object>> searches = new ArrayList<>();
        if (!query.words().isEmpty()) {
            searches.add(request(Queries.byWords(query.words(), filter), query.limit()));
        }
        if (vector.length > 0) {
            searches.add(request(Queries.byMeaning(vector, query.limit(), query.words(), filter), MOST));
        }
        if (searches.isEmpty()) {
            return List.of();
        }
        Stage stage = vector.length > 0 ? Stage.MEANING : Stage.WORDS;
        JsonNode answers = stages.time(stage, () -> cluster.searches(lines(searches)));
        Map<Integer, Candidate> candidates = new LinkedHashMap<>();
        for (JsonNode answer : answers) {
            List<Candidate> some = new ArrayList<>();
            answer.path("hits").path("hits").forEach(hit -> some.add(candidate(hit, query.embedding())));
            if (some.size() > query.limit()) {
                some.sort(Comparator.comparingDouble(Candidate::meaning).reversed());
            }
            some.stream().limit(query.limit()).forEach(one -> candidates.put(one.key(), one));
        }
        return List.copyOf(candidates.values());
    }

    private static Map<String, Object> request(Map<String, Object> query, int size) {
        return Map.of("query", query, "size", size, "track_total_hits", false, "_source", FIELDS);
    }

    private byte[] lines(List<Map<String, Object>> searches) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Map<String, Object> search : searches) {
            lines.writeBytes(
                    Json.write(Map.of("index", index, "search_type", TOGETHER, "allow_partial_search_results", false)));
            lines.write('\n');
            lines.writeBytes(Json.write(search));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private Candidate candidate(JsonNode hit, float[] embedding) {
        JsonNode fields = hit.path("_source");
        int key = keys.computeIfAbsent(hit.path("_id").asText(), id -> {
            found.add(fields);
            documents.add(fields.path("document").asText());
            return found.size() - 1;
        });
        double meaning = embedding.length == 0 ? 0 : Vectors.cosine(embedding, Sources.embedding(fields));
        return new Candidate(key, hit.path("_score").asDouble(), meaning, Sources.tokens(fields));
    }
}
