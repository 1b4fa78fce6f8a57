package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Words of the index that are a slip of the finger away from another. */
final class SimilarTerms {

    /** Of a shorter word, one letter is too much of it to guess. */
    private static final int SHORTEST = 4;

    private static final int LONG = 8;

    /** A word that stands in many passages may be a slip all the same. */
    private static final int HOWEVER_FREQUENT = 1_000_000_000;

    /** More than are asked for: the best of them are chosen here. */
    private static final int LOOKED_AT = 50;

    private SimilarTerms() {}

    /** Of a word with a digit, every letter counts. */
    static boolean mayBeMisspelt(String term) {
        return term.codePointCount(0, term.length()) >= SHORTEST
                && term.codePoints().allMatch(Character::isLetter);
    }

    /** Nearest first, then the most frequent. */
    static List<String> of(String term, Function<Map<String, Object>, JsonNode> search, int limit) {
        int edits = term.codePointCount(0, term.length()) < LONG ? 1 : 2;
        Map<String, Object> near = Map.of(
                "field",
                "words",
                "analyzer",
                "terms",
                "suggest_mode",
                "always",
                "max_edits",
                edits,
                "prefix_length",
                0,
                "min_word_length",
                SHORTEST,
                "max_term_freq",
                HOWEVER_FREQUENT,
                "size",
                LOOKED_AT);
        Map<String, Object> suggest = Map.of("near", Map.of("text", term, "term", near));
        List<Near> found = new ArrayList<>();
        search.apply(Map.of("size", 0, "track_total_hits", false, "suggest", suggest))
                .path("suggest")
                .path("near")
                .path(0)
                .path("options")
                .forEach(option -> found.add(new Near(
                        option.path("text").asText(),
                        option.path("score").asDouble(),
                        option.path("freq").asInt())));
        found.sort(Comparator.comparingDouble(Near::nearness)
                .thenComparingInt(Near::frequency)
                .reversed());
        return found.stream()
                .filter(one -> !one.term().equals(term))
                .limit(limit)
                .map(Near::term)
                .toList();
    }

    private record Near(String term, double nearness, int frequency) {}
}
