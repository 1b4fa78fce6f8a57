package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of an index is seen: one document of it, whose replacement is the switch from one commit to the next. What is
 * written carries the number of the commit that it is to be seen from on; what it replaces stays, for searches of
 * before, and is left out by name.
 *
 * @param generation number of the last commit
 * @param next number of the commit that is being written
 * @param writer who may write
 * @param superseded versions that are not seen any more, with when that was in milliseconds since 1970
 * @param abandoned numbers of commits that never were, likewise
 * @param sequence and {@code term}: which version of this document it is, for whoever replaces it
 */
record State(
        long generation,
        long next,
        String writer,
        Map<String, Long> superseded,
        Map<String, Long> abandoned,
        long sequence,
        long term) {

    /** Of the document in its index. */
    static final String ID = "state";

    State {
        superseded = Map.copyOf(superseded);
        abandoned = Map.copyOf(abandoned);
    }

    static State first(String writer) {
        return new State(0, 1, writer, Map.of(), Map.of(), 0, 0);
    }

    /** From the answer to a request for the document. */
    static State of(JsonNode document) {
        JsonNode state = document.path("_source").path("state");
        return new State(
                state.path("generation").asLong(),
                state.path("next").asLong(),
                state.path("writer").asText(),
                times(state.path("superseded")),
                times(state.path("abandoned")),
                document.path("_seq_no").asLong(),
                document.path("_primary_term").asLong());
    }

    private static Map<String, Long> times(JsonNode times) {
        Map<String, Long> map = new HashMap<>();
        times.properties().forEach(one -> map.put(one.getKey(), one.getValue().asLong()));
        return map;
    }

    Map<String, Object> toMap() {
        return Map.of(
                "state",
                Map.of(
                        "generation",
                        generation,
                        "next",
                        next,
                        "writer",
                        writer,
                        "superseded",
                        superseded,
                        "abandoned",
                        abandoned));
    }

    /** The same, where the answer to its being written tells which version it now is. */
    State written(JsonNode answer) {
        return new State(
                generation,
                next,
                writer,
                superseded,
                abandoned,
                answer.path("_seq_no").asLong(),
                answer.path("_primary_term").asLong());
    }

    /** What was being written will never be seen; somebody begins anew. */
    State taken(String by, long now) {
        Map<String, Long> never = new HashMap<>(abandoned);
        never.put(Long.toString(next), now);
        return new State(generation, next + 1, by, superseded, never, sequence, term);
    }

    /** What was being written is seen, without the versions that it replaces. */
    State committed(Iterable<String> replaced, long now) {
        Map<String, Long> gone = new HashMap<>(superseded);
        replaced.forEach(version -> gone.put(version, now));
        return new State(next, next + 1, writer, gone, abandoned, sequence, term);
    }

    /** Without what was seen to be deleted. */
    State without(State deleted) {
        Map<String, Long> versions = new HashMap<>(superseded);
        versions.keySet().removeAll(deleted.superseded.keySet());
        Map<String, Long> generations = new HashMap<>(abandoned);
        generations.keySet().removeAll(deleted.abandoned.keySet());
        return new State(generation, next, writer, versions, generations, sequence, term);
    }

    /** What nobody sees since {@code time} or longer. */
    State unseenSince(long time) {
        return new State(generation, next, writer, until(superseded, time), until(abandoned, time), sequence, term);
    }

    private static Map<String, Long> until(Map<String, Long> times, long time) {
        Map<String, Long> map = new HashMap<>(times);
        map.values().removeIf(since -> since > time);
        return map;
    }

    boolean leavesNothingOut() {
        return superseded.isEmpty() && abandoned.isEmpty();
    }

    /** Finds what this state says is not seen. */
    List<Object> leftOut() {
        List<Object> out = new ArrayList<>();
        if (!superseded.isEmpty()) {
            out.add(Queries.anyOf("version", superseded.keySet()));
        }
        if (!abandoned.isEmpty()) {
            out.add(Queries.anyOf("from", abandoned.keySet()));
        }
        return out;
    }

    /** Finds all that is seen and that {@code filters} let through. */
    Map<String, Object> seen(Object... filters) {
        List<Object> all = new ArrayList<>(List.of(filters));
        all.add(Map.of("range", Map.of("from", Map.of("lte", generation))));
        return Map.of("bool", Map.of("filter", all, "must_not", leftOut()));
    }
}
