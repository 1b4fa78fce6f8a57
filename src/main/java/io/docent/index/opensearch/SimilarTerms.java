package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.docent.index.SimilarTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Words of the index that are a slip of the finger away from another. */
final class SimilarTerms {

    /** A word that stands in many passages may be a slip all the same. */
    private static final int HOWEVER_FREQUENT = 1_000_000_000;

    /** More than are asked for: the best of them are chosen here. */
    private static final int LOOKED_AT = 50;

    private SimilarTerms() {}

    /** Nearest first, then the most frequent. */
    static List<String> of(String term, Function<Map<String, Object>, JsonNode> search, int limit) {
        Map<String, Object> near = Map.of(
                "field",
                "words",
                "analyzer",
                "terms",
                "suggest_mode",
                "always",
                "max_edits",
                SimilarTerm.edits(term),
                "prefix_length",
                0,
                "min_word_length",
                SimilarTerm.SHORTEST,
                "max_term_freq",
                HOWEVER_FREQUENT,
                "size",
                LOOKED_AT);
        Map<String, Object> suggest = Map.of("near", Map.of("text", term, "term", near));
        List<SimilarTerm> found = new ArrayList<>();
        search.apply(Map.of("size", 0, "track_total_hits", false, "suggest", suggest))
                .path("suggest")
                .path("near")
                .path(0)
                .path("options")
                .forEach(option -> found.add(new SimilarTerm(
                        option.path("text").asText(),
                        option.path("score").asDouble(),
                        option.path("freq").asInt())));
        return SimilarTerm.best(term, found, limit);
    }
}
