package io.docent.answer;

import io.docent.retrieval.Retrieved;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an answer came about.
 *
 * @param passages all that were considered, best first
 * @param confidence how sure it is that the documents hold the answer, in [0, 1]
 * @param threshold below which the answer is that they do not
 */
public record Explanation(List<Considered> passages, double confidence, double threshold) {

    public Explanation {
        passages = List.copyOf(passages);
    }

    /**
     * A passage that was considered.
     *
     * @param used whether the answer cites it
     * @param cut why it was not used; null where it was
     */
    public record Considered(
            Retrieved passage, boolean used, @Nullable String cut) {

        static final String FOLDED = "it says the same as a better passage";
    }
}
