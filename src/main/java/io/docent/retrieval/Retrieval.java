package io.docent.retrieval;

import java.util.List;

/**
 * What was found for a question.
 *
 * @param question what was searched for
 * @param passages best first
 * @param sentences of the best of them, best first
 * @param folded passages that say the same as a better one, and were left out for it
 * @param took how long it took
 */
public record Retrieval(
        AnalysedQuestion question,
        List<Retrieved> passages,
        List<ScoredSentence> sentences,
        List<Retrieved> folded,
        Took took) {

    public Retrieval {
        passages = List.copyOf(passages);
        sentences = List.copyOf(sentences);
        folded = List.copyOf(folded);
    }
}
