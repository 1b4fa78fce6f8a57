package io.docent.answer;

import io.docent.answer.ExtractiveWriter.Written;
import io.docent.retrieval.Retrieval;
import io.docent.retrieval.Retriever;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The steps of a quoted answer one by one, to measure them and to learn their weights. For any thread. */
@Singleton
public final class AnswerSteps {

    private final Retriever retriever;
    private final SentenceFinder finder;
    private final Confidence confidence;
    private final ExtractiveWriter writer;
    private final Weights weights;

    AnswerSteps(
            Retriever retriever,
            SentenceFinder finder,
            Confidence confidence,
            ExtractiveWriter writer,
            Weights weights) {
        this.weights = weights;
        this.retriever = retriever;
        this.finder = finder;
        this.confidence = confidence;
        this.writer = writer;
    }

    /** What {@link Answerer} does for a question, but refusing nothing. */
    public Taken take(Question question) {
        Retrieval retrieval =
                retriever.retrieve(question.text(), question.conversation(), question.documents(), Answerer.PASSAGES);
        List<ScoredSentence> sentences = finder.find(retrieval);
        if (sentences.isEmpty()) {
            return new Taken(retrieval, sentences, List.of(), List.of());
        }
        Written written = writer.write(question.text(), sentences);
        return new Taken(retrieval, sentences, written.sentences(), written.citations());
    }

    /**
     * What tells whether the documents hold the answer.
     *
     * @param sentences of the retrieved passages, best first, at least one
     */
    public Map<ConfidenceFeature, Double> confidence(Retrieval retrieval, List<ScoredSentence> sentences) {
        return confidence.features(retrieval, sentences);
    }

    /** What the steps go by. */
    public Weights weights() {
        return weights;
    }

    /**
     * What the steps gave.
     *
     * @param retrieval the passages
     * @param scored every sentence of the best of them, best first
     * @param sentences of the answer
     * @param citations of the answer
     */
    public record Taken(
            Retrieval retrieval, List<ScoredSentence> scored, List<Sentence> sentences, List<Citation> citations) {

        public Taken {
            scored = List.copyOf(scored);
            sentences = List.copyOf(sentences);
            citations = List.copyOf(citations);
        }
    }
}
