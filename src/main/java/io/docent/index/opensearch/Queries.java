package io.docent.index.opensearch;

import io.docent.document.DocumentId;
import io.docent.index.QueryTerm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what is searched for as OpenSearch reads it. */
final class Queries {

    /** What a word in title or headings is worth beside one in the text. */
    private static final double CONTEXT_WEIGHT = 0.4;

    private Queries() {}

    static Map<String, Object> term(String field, Object value) {
        return Map.of("term", Map.of(field, value));
    }

    static Map<String, Object> anyOf(String field, Collection<?> values) {
        return Map.of("terms", Map.of(field, values));
    }

    static Map<String, Object> with(String field) {
        return Map.of("exists", Map.of("field", field));
    }

    /** One clause for each word and field, scored by BM25. */
    static List<Object> words(List<QueryTerm> words) {
        List<Object> clauses = new ArrayList<>();
        for (QueryTerm word : words) {
            clauses.add(in("words", word, 1));
            clauses.add(in("context", word, CONTEXT_WEIGHT));
        }
        return clauses;
    }

    /** The field's search analyser puts all forms in one place, so that they count as one word. */
    private static Map<String, Object> in(String field, QueryTerm word, double weight) {
        float boost = (float) weight * (float) word.weight();
        return Map.of("match", Map.of(field, Map.of("query", String.join(" ", word.forms()), "boost", boost)));
    }

    /** Passages with any of the words. */
    static Map<String, Object> byWords(List<QueryTerm> words, Object filter) {
        return Map.of("bool", Map.of("should", words(words), "minimum_should_match", 1, "filter", List.of(filter)));
    }

    /** The passages nearest a vector in each shard, scored by their words. */
    static Map<String, Object> byMeaning(byte[] vector, int limit, List<QueryTerm> words, Object filter) {
        Map<String, Object> nearest = Map.of("vector", vector(vector), "k", limit, "filter", filter);
        return Map.of(
                "bool", Map.of("filter", List.of(Map.of("knn", Map.of("vector", nearest))), "should", words(words)));
    }

    static int[] vector(byte[] bytes) {
        int[] numbers = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            numbers[i] = bytes[i];
        }
        return numbers;
    }

    /** Passages of these documents; of all where there is none. */
    static Map<String, Object> passages(State state, Set<DocumentId> documents) {
        return documents.isEmpty()
                ? state.seen(with("position"))
                : state.seen(
                        with("position"),
                        anyOf(
                                "document",
                                documents.stream().map(DocumentId::value).toList()));
    }
}
