package io.docent.answer;

import io.docent.passage.Span;
import io.docent.retrieval.AnalysedQuestion;
import io.docent.retrieval.LinearModel;
import io.docent.retrieval.PassageMatching;
import io.docent.retrieval.QuestionMatch;
import io.docent.retrieval.Retrieval;
import io.docent.retrieval.Retrieved;
import io.docent.retrieval.ScoredSentence;
import io.docent.retrieval.SentenceFeature;
import io.docent.retrieval.Weights;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How sure it is that the documents hold the answer to a question. For any thread. */
@Singleton
final class Confidence {

    /** Of scores, which are logarithms of odds. */
    private static final double LARGE_MARGIN = 5;

    private final Judge judge;
    private final Judge byWords;
    private final PassageMatching matching;

    Confidence(Weights weights, PassageMatching matching) {
        this.judge = Judge.of("confidence", weights);
        this.byWords = Judge.of("confidence-by-words", weights);
        this.matching = matching;
    }

    /**
     * A probability, as far as the training data goes.
     */
    double of(Retrieval retrieval) {
        return retrieval.sentences().isEmpty()
                ? 0
                : judge(retrieval.question()).confidence(features(retrieval, retrieval.sentences()));
    }

    /** The confidence below which the documents do not hold the answer. */
    double threshold(AnalysedQuestion question) {
        return judge(question).threshold();
    }

    private Judge judge(AnalysedQuestion question) {
        return question.tokens() == null ? byWords : judge;
    }

    /**
     * What it goes by.
     *
     * @param sentences of the retrieved passages, best first, at least one
     */
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
        features.put(
                ConfidenceFeature.MARGIN,
                sentences.size() < 2
                        ? 1
                        : Math.min(1, (best.score() - sentences.get(1).score()) / LARGE_MARGIN));
        Span passage = new Span(0, best.passage().passage().text().length());
        QuestionMatch match = matching.match(question, best.passage());
        features.put(ConfidenceFeature.WORDS_IN_PASSAGE, match.wordsOrAbove(passage, null));
        features.put(ConfidenceFeature.NAMES_MISSED, match.namesMissed(passage));
        features.put(ConfidenceFeature.SENTENCE_TOKENS, match.maxSimOf(best.span()));
        features.put(ConfidenceFeature.TOPIC, best.feature(SentenceFeature.TOPIC));
        features.put(ConfidenceFeature.MEANING, best.passage().scores().meaning());
        features.put(ConfidenceFeature.NEWS, best.feature(SentenceFeature.NEWS));
        return features;
    }

    private record Judge(LinearModel<ConfidenceFeature> model, double bias, double threshold) {

        static Judge of(String kind, Weights weights) {
            return new Judge(
                    weights.model(kind, ConfidenceFeature.class),
                    weights.number(kind + ".bias"),
                    weights.number(kind + ".threshold"));
        }

        double confidence(Map<ConfidenceFeature, Double> features) {
            return 1 / (1 + Math.exp(-bias - model.score(features)));
        }
    }

    private static double most(Retrieval retrieval, ToDoubleFunction<Retrieved> score) {
        return retrieval.passages().stream().mapToDouble(score).max().orElse(0);
    }
}
