package io.docent.retrieval;

import io.docent.passage.Span;
import java.util.Map;

/**
 * A sentence that may answer.
 *
 * @param passage where it stands
 * @param position its place among the passage's sentences, from 0
 * @param span in the passage's text
 * @param features what it is judged by; all of them
 * @param score the higher the more likely it answers; comparable within one question
 */
public record ScoredSentence(
        Retrieved passage, int position, Span span, Map<SentenceFeature, Double> features, double score) {

    /** The same sentence of the same passage with its new scores. */
    ScoredSentence of(Retrieved rescored) {
        return new ScoredSentence(rescored, position, span, features, score);
    }

    /** Another sentence of the passage in its place. */
    public ScoredSentence at(int otherPosition, Span otherSpan) {
        return new ScoredSentence(passage, otherPosition, otherSpan, features, score);
    }

    public String text() {
        return span.of(passage.passage().text());
    }

    public double feature(SentenceFeature feature) {
        return features.getOrDefault(feature, 0.0);
    }
}
