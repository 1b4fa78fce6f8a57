package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of an index is seen: one document of it, whose replacement is the switch from one commit to the next. Whoever
 * writes is handed out a number, and what is written carries it; it is seen once the number is neither open nor given up.
 * What a commit replaces stays, for searches of before, and is left out by name.
 *
 * @param last the highest number that was handed out
 * @param open numbers of commits that are being written, each with a sign of its writer's that changes while that lives
 * @param never numbers of commits that never were; for ever, since a writer that was taken for dead may still write
 * @param superseded versions that are not seen any more
 * @param sequence and {@code term}: which version of this document it is, for whoever replaces it
 */
record State(long last, Map<Long, String> open, Set<Long> never, Set<String> superseded, long sequence, long term) {

    /** Of the document in its index. */
    static final String ID = "state";

    State {
        open = Map.copyOf(open);
        never = Set.copyOf(never);
        superseded = Set.copyOf(superseded);
    }

    static State first() {
        return new State(0, Map.of(), Set.of(), Set.of(), 0, 0);
    }

    /** From the answer to a request for the document. */
    static State of(JsonNode document) {
        JsonNode state = document.path("_source").path("state");
        Map<Long, String> open = new HashMap<>();
        state.path("open")
                .properties()
                .forEach(one ->
                        open.put(Long.valueOf(one.getKey()), one.getValue().asText()));
        Set<Long> never = new HashSet<>();
        state.path("never").forEach(number -> never.add(number.asLong()));
        Set<String> superseded = new HashSet<>();
        state.path("superseded").forEach(version -> superseded.add(version.asText()));
        return new State(
                state.path("last").asLong(),
                open,
                never,
                superseded,
                document.path("_seq_no").asLong(),
                document.path("_primary_term").asLong());
    }

    Map<String, Object> toMap() {
        return Map.of("state", Map.of("last", last, "open", open, "never", never, "superseded", superseded));
    }

    /** The same, where the answer to its being written tells which version it now is. */
    State written(JsonNode answer) {
        return new State(
                last,
                open,
                never,
                superseded,
                answer.path("_seq_no").asLong(),
                answer.path("_primary_term").asLong());
    }

    /** With one more number handed out. */
    State opened(String sign) {
        Map<Long, String> opened = new HashMap<>(open);
        opened.put(last + 1, sign);
        return new State(last + 1, opened, never, superseded, sequence, term);
    }

    /** With another sign that the writer of an open number lives. */
    State signed(long number, String sign) {
        Map<Long, String> signed = new HashMap<>(open);
        signed.put(number, sign);
        return new State(last, signed, never, superseded, sequence, term);
    }

    /** What was written under these numbers will never be seen, whoever wrote it and however late it arrives. */
    State givenUp(Collection<Long> numbers) {
        Map<Long, String> left = new HashMap<>(open);
        left.keySet().removeAll(numbers);
        Set<Long> given = new HashSet<>(never);
        given.addAll(numbers);
        return new State(last, left, given, superseded, sequence, term);
    }

    /** What was written under an open number is seen, without the versions that it replaces. */
    State committed(long number, Collection<String> replaced) {
        Map<Long, String> left = new HashMap<>(open);
        left.remove(number);
        Set<String> gone = new HashSet<>(superseded);
        gone.addAll(replaced);
        return new State(last, left, never, gone, sequence, term);
    }

    /** Without versions that there is nothing left of. */
    State without(Set<String> deleted) {
        Set<String> left = new HashSet<>(superseded);
        left.removeAll(deleted);
        return new State(last, open, never, left, sequence, term);
    }

    /** Finds all that is seen and that {@code filters} let through. */
    Map<String, Object> seen(Object... filters) {
        List<Object> all = new ArrayList<>(List.of(filters));
        all.add(Map.of("range", Map.of("from", Map.of("lte", last))));
        Set<Long> numbers = new HashSet<>(never);
        numbers.addAll(open.keySet());
        return Map.of("bool", Map.of("filter", all, "must_not", either(superseded, numbers)));
    }

    /** Finds what has one of these versions or is of one of these commits. */
    static List<Object> either(Collection<String> versions, Collection<Long> numbers) {
        List<Object> either = new ArrayList<>();
        if (!versions.isEmpty()) {
            either.add(Queries.anyOf("version", versions));
        }
        if (!numbers.isEmpty()) {
            either.add(Queries.anyOf("from", numbers));
        }
        return either;
    }
}
