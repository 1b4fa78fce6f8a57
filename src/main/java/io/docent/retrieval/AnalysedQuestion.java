package io.docent.retrieval;

import io.docent.index.QueryTerm;
import io.docent.model.TokenCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question in all the forms in which it is compared with passages.
 *
 * @param text the question
 * @param words what it asks about; empty where it has nothing but function words
 * @param embedding of the question, of length 1
 * @param tokens its tokens, ready for scoring; null with a model that tells none
 * @param tokenWeights what each token counts, adding up to 1
 */
@SuppressWarnings("ArrayRecordComponent") // made for one question, read a thousand times
public record AnalysedQuestion(
        String text,
        List<QuestionWord> words,
        float[] embedding,
        TokenCodec.@Nullable Question tokens,
        float[] tokenWeights) {

    public AnalysedQuestion {
        words = List.copyOf(words);
    }

    List<QueryTerm> queryTerms() {
        return words.stream()
                .filter(word -> !word.forms().isEmpty())
                .map(word -> new QueryTerm(word.text(), word.forms(), 1))
                .toList();
    }

    /** The idf of all words together. */
    public double totalIdf() {
        return words.stream().mapToDouble(QuestionWord::idf).sum();
    }
}
