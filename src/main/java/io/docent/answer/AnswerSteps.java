package io.docent.answer;

import io.docent.answer.ExtractiveWriter.Written;
import io.docent.retrieval.Retrieval;
import io.docent.retrieval.Retriever;
import io.docent.retrieval.ScoredSentence;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The steps of a quoted answer one by one, to measure them and to learn their weights. For any thread. */
@Singleton
public final class AnswerSteps {

    private final Retriever retriever;
    private final Confidence confidence;
    private final ExtractiveWriter writer;

    AnswerSteps(Retriever retriever, Confidence confidence, ExtractiveWriter writer) {
        this.retriever = retriever;
        this.confidence = confidence;
        this.writer = writer;
    }

    /** What {@link Answerer} does for a question, but refusing nothing. */
    public Taken take(Question question) {
        Retrieval retrieval =
                retriever.retrieve(question.text(), question.conversation(), question.documents(), Answerer.PASSAGES);
        List<ScoredSentence> sentences = retrieval.sentences();
        if (sentences.isEmpty()) {
            return new Taken(retrieval, List.of(), List.of());
        }
        Written written = writer.write(question.text(), sentences);
        return new Taken(retrieval, written.sentences(), written.citations());
    }

    /**
     * What tells whether the documents hold the answer.
     *
     * @param sentences of the retrieved passages, best first, at least one
     */
    public Map<ConfidenceFeature, Double> confidence(Retrieval retrieval, List<ScoredSentence> sentences) {
        return confidence.features(retrieval, sentences);
    }

    /** How sure it is that the documents hold the answer, in [0, 1]. */
    public double confidence(Retrieval retrieval) {
        return confidence.of(retrieval);
    }

    /**
     * What the steps gave.
     *
     * @param retrieval the passages, and every sentence of the best of them
     * @param sentences of the answer
     * @param citations of the answer
     */
    public record Taken(Retrieval retrieval, List<Sentence> sentences, List<Citation> citations) {

        public Taken {
            sentences = List.copyOf(sentences);
            citations = List.copyOf(citations);
        }
    }
}
