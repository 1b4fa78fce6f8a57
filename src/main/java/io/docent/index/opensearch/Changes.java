package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** What was written under one number, by document. For any thread; told and counted when nobody writes. */
final class Changes {

    /** Documents that are asked for in one request. */
    private static final int SOME = 10_000;

    private final long number;
    private final Map<String, Change> byDocument = new ConcurrentHashMap<>();

    Changes(long number) {
        this.number = number;
    }

    long number() {
        return number;
    }

    Change of(String document) {
        return byDocument.computeIfAbsent(document, id -> new Change(id, number));
    }

    /**
     * The versions that are not to be seen any more once this is: of each document what a state shows, whoever committed
     * that and however lately. A new name for passages that another replaced meanwhile is itself not to be seen.
     *
     * @param records finds the records of documents that a state shows
     */
    Set<String> superseded(State state, BiFunction<State, List<String>, Iterable<JsonNode>> records) {
        List<String> documents = new ArrayList<>(byDocument.keySet());
        Map<String, List<JsonNode>> seen = new HashMap<>();
        for (int from = 0; from < documents.size(); from += SOME) {
            List<String> some = documents.subList(from, Math.min(documents.size(), from + SOME));
            records.apply(state, some)
                    .forEach(record -> seen.computeIfAbsent(
                                    record.path("document").asText(), id -> new ArrayList<>())
                            .add(record));
        }
        Set<String> versions = new HashSet<>();
        byDocument.forEach((document, change) -> add(change, seen.getOrDefault(document, List.of()), versions));
        return versions;
    }

    private static void add(Change change, List<JsonNode> seen, Set<String> versions) {
        if (!change.replaces()) {
            String kept = change.contentThen().orElse("");
            if (seen.stream()
                    .noneMatch(record -> kept.equals(record.path("content").asText()))) {
                versions.add(change.record());
                return;
            }
        }
        for (JsonNode record : seen) {
            versions.add(record.path("version").asText());
            if (change.replaces()) {
                versions.add(record.path("content").asText());
            }
        }
    }
}
