package io.docent.retrieval;

import java.util.List;

/**
 * What was found for a question.
 *
 * @param question what was searched for
 * @param passages best first
 * @param folded passages that say the same as a better one, and were left out for it
 */
public record Retrieval(AnalysedQuestion question, List<Retrieved> passages, List<Retrieved> folded) {

    public Retrieval {
        passages = List.copyOf(passages);
        folded = List.copyOf(folded);
    }
}
