package io.docent.answer;

import io.docent.passage.Span;
import io.docent.retrieval.AnalysedQuestion;
import io.docent.retrieval.Retrieval;
import io.docent.retrieval.Retrieved;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How sure it is that the documents hold the answer to a question. For any thread. */
@Singleton
final class Confidence {

    private final Weights weights;
    private final PassageMatching matching;

    Confidence(Weights weights, PassageMatching matching) {
        this.weights = weights;
        this.matching = matching;
    }

    /**
     * A probability, as far as the training data goes.
     *
     * @param sentences of the retrieved passages, best first
     */
    double of(Retrieval retrieval, List<ScoredSentence> sentences) {
        return sentences.isEmpty() ? 0 : weights.confidence(features(retrieval, sentences));
    }

    Map<ConfidenceFeature, Double> features(Retrieval retrieval, List<ScoredSentence> sentences) {
        ScoredSentence best = sentences.getFirst();
        AnalysedQuestion question = retrieval.question();
        Map<ConfidenceFeature, Double> features = new EnumMap<>(ConfidenceFeature.class);
        features.put(ConfidenceFeature.TOKENS, best.feature(SentenceFeature.TOKENS));
        features.put(ConfidenceFeature.TOKENS_AROUND, best.feature(SentenceFeature.TOKENS_AROUND));
        features.put(ConfidenceFeature.WORDS, best.feature(SentenceFeature.WORDS));
        features.put(ConfidenceFeature.WORDS_OR_NEAR, best.feature(SentenceFeature.WORDS_OR_NEAR));
        features.put(ConfidenceFeature.PAIRS, best.feature(SentenceFeature.PAIRS));
        features.put(ConfidenceFeature.TYPE_MET, best.feature(SentenceFeature.TYPE_MET));
        features.put(ConfidenceFeature.TYPE_MISSED, best.feature(SentenceFeature.TYPE_MISSED));
        features.put(
                ConfidenceFeature.PASSAGE_TOKENS,
                most(retrieval, one -> one.scores().tokens()));
        features.put(
                ConfidenceFeature.PASSAGE_MEANING,
                most(retrieval, one -> one.scores().meaning()));
        features.put(
                ConfidenceFeature.FEW_WORDS, 1.0 / Math.max(1, question.words().size()));
        Span passage = new Span(0, best.passage().passage().text().length());
        QuestionMatch match = matching.match(question, best.passage());
        features.put(ConfidenceFeature.WORDS_IN_PASSAGE, match.words(passage, true));
        features.put(ConfidenceFeature.NAMES_MISSED, match.namesMissed(passage));
        return features;
    }

    private static double most(Retrieval retrieval, ToDoubleFunction<Retrieved> score) {
        return retrieval.passages().stream().mapToDouble(score).max().orElse(0);
    }
}
