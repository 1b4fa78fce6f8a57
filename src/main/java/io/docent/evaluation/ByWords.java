package io.docent.evaluation;

import io.docent.answer.ConfidenceFeature;
import io.docent.retrieval.SentenceFeature;
import java.util.EnumSet;
import java.util.Set;

/** What is known of sentences and answers where the model tells nothing of the question: its words alone. */
@SuppressWarnings("EnumOrdinal") // rows of numbers in the order of the features
final class ByWords {

    private static final Set<SentenceFeature> OF_TOKENS = EnumSet.of(
            SentenceFeature.TOKENS,
            SentenceFeature.TOKENS_AROUND,
            SentenceFeature.TOKENS_SINCE_BEFORE,
            SentenceFeature.TOPIC,
            SentenceFeature.PASSAGE_TOKENS,
            SentenceFeature.PASSAGE_MEANING);

    private static final Set<ConfidenceFeature> OF_MODEL = EnumSet.of(
            ConfidenceFeature.TOKENS,
            ConfidenceFeature.TOKENS_AROUND,
            ConfidenceFeature.PASSAGE_TOKENS,
            ConfidenceFeature.PASSAGE_MEANING,
            ConfidenceFeature.SENTENCE_TOKENS,
            ConfidenceFeature.TOPIC,
            ConfidenceFeature.MEANING);

    private ByWords() {}

    static double[] ofSentence(double[] features) {
        double[] known = features.clone();
        OF_TOKENS.forEach(feature -> known[feature.ordinal()] = 0);
        known[SentenceFeature.WORDS_OR_NEAR.ordinal()] = features[SentenceFeature.WORDS.ordinal()];
        return known;
    }

    static double[] ofConfidence(double[] features) {
        double[] known = features.clone();
        OF_MODEL.forEach(feature -> known[feature.ordinal()] = 0);
        known[ConfidenceFeature.WORDS_OR_NEAR.ordinal()] = features[ConfidenceFeature.WORDS.ordinal()];
        return known;
    }
}
