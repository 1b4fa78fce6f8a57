package io.docent.retrieval;

import static io.docent.retrieval.SentenceFeature.ABOVE;
import static io.docent.retrieval.SentenceFeature.CELL;
import static io.docent.retrieval.SentenceFeature.DEFINES;
import static io.docent.retrieval.SentenceFeature.FIRST;
import static io.docent.retrieval.SentenceFeature.NEWS;
import static io.docent.retrieval.SentenceFeature.PAIRS;
import static io.docent.retrieval.SentenceFeature.PASSAGE_FUSED;
import static io.docent.retrieval.SentenceFeature.PASSAGE_MEANING;
import static io.docent.retrieval.SentenceFeature.PASSAGE_RANK;
import static io.docent.retrieval.SentenceFeature.PASSAGE_TOKENS;
import static io.docent.retrieval.SentenceFeature.POINTS_BACK;
import static io.docent.retrieval.SentenceFeature.POINTS_ELSEWHERE;
import static io.docent.retrieval.SentenceFeature.QUESTION;
import static io.docent.retrieval.SentenceFeature.ROW;
import static io.docent.retrieval.SentenceFeature.SHORT;
import static io.docent.retrieval.SentenceFeature.TOKENS;
import static io.docent.retrieval.SentenceFeature.TOKENS_AROUND;
import static io.docent.retrieval.SentenceFeature.TOKENS_SINCE_BEFORE;
import static io.docent.retrieval.SentenceFeature.TOPIC;
import static io.docent.retrieval.SentenceFeature.TYPE_MET;
import static io.docent.retrieval.SentenceFeature.TYPE_MISSED;
import static io.docent.retrieval.SentenceFeature.WORDS;
import static io.docent.retrieval.SentenceFeature.WORDS_AROUND;
import static io.docent.retrieval.SentenceFeature.WORDS_OR_NEAR;

import io.docent.passage.SentenceSplitter;
import io.docent.passage.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Scores every sentence of the best passages by how likely it answers the question. For any thread. */
@Singleton
final class SentenceFinder {

    /** Passages whose sentences are looked at. */
    static final int PASSAGES = 10;

    private static final int SHORT_SENTENCE = 5;
    private static final int MUCH_NEWS = 20;

    private final PassageMatching matching;
    private final LinearModel<SentenceFeature> model;
    private final LinearModel<SentenceFeature> byWords;

    SentenceFinder(PassageMatching matching, Weights weights) {
        this.matching = matching;
        this.model = weights.model("sentence", SentenceFeature.class);
        this.byWords = weights.model("sentence-by-words", SentenceFeature.class);
    }

    /** Best first. */
    List<ScoredSentence> find(AnalysedQuestion question, List<Retrieved> passages) {
        List<ScoredSentence> sentences = new ArrayList<>();
        int rank = 1;
        for (Retrieved passage : passages) {
            if (rank > PASSAGES) {
                break;
            }
            sentences.addAll(sentences(question, passage, rank++));
        }
        sentences.sort(Comparator.comparingDouble(ScoredSentence::score).reversed());
        return sentences;
    }

    private List<ScoredSentence> sentences(AnalysedQuestion question, Retrieved retrieved, int rank) {
        String text = retrieved.passage().text();
        List<Span> spans = SentenceSplitter.split(text);
        QuestionMatch match = matching.match(question, retrieved);
        AnswerType type = AnswerType.of(question.text());
        LinearModel<SentenceFeature> model = question.tokens() == null ? byWords : this.model;
        List<Surroundings> surroundings = Surroundings.of(text, spans);
        List<ScoredSentence> sentences = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            Map<SentenceFeature, Double> features = new EnumMap<>(SentenceFeature.class);
            compare(match, span, surroundings.get(i), features);
            describe(question, type, span.of(text), features);
            features.put(SHORT, isShort(text, span) ? 1.0 : 0.0);
            features.put(PASSAGE_RANK, 1.0 / rank);
            features.put(PASSAGE_FUSED, retrieved.scores().fused());
            features.put(PASSAGE_TOKENS, retrieved.scores().tokens());
            features.put(PASSAGE_MEANING, retrieved.scores().meaning());
            features.put(FIRST, i == 0 ? 1.0 : 0.0);
            sentences.add(new ScoredSentence(retrieved, i, span, features, model.score(features)));
        }
        return sentences;
    }

    private static void compare(
            QuestionMatch match, Span span, Surroundings surroundings, Map<SentenceFeature, Double> features) {
        Span around = surroundings.around();
        Span label = surroundings.label();
        float[] best = match.best(span.start(), span.end());
        if (label != null) {
            best = QuestionMatch.higher(best, match.best(label.start(), label.end()));
        }
        float[] sinceBefore = QuestionMatch.higher(best, match.best(around.start(), span.start()));
        float[] bestAround = QuestionMatch.higher(sinceBefore, match.best(span.end(), around.end()));
        features.put(TOKENS, match.maxSim(best));
        features.put(TOKENS_AROUND, match.maxSim(bestAround));
        features.put(TOKENS_SINCE_BEFORE, QuestionMatch.maxSimEvenly(sinceBefore));
        features.put(WORDS, match.words(span, label));
        features.put(WORDS_OR_NEAR, match.wordsOrNear(span, label, best));
        features.put(WORDS_AROUND, match.wordsOrAbove(around, label));
        features.put(ABOVE, match.wordsAbove(label));
        features.put(PAIRS, match.pairs(span));
        features.put(TOPIC, match.topic(span));
        features.put(ROW, surroundings.isRow() ? 1.0 : 0.0);
        features.put(
                CELL,
                surroundings.cells().stream().mapToDouble(match::asked).max().orElse(0));
        features.put(NEWS, Math.min(1.0, match.otherTerms(span) / (double) MUCH_NEWS));
    }

    private static boolean isShort(String text, Span span) {
        return span.of(text).split("\\s+").length < SHORT_SENTENCE && !SentenceSplitter.isCode(text, span);
    }

    private static void describe(
            AnalysedQuestion question, AnswerType type, String sentence, Map<SentenceFeature, Double> features) {
        boolean met = type.isMetBy(sentence, question.text());
        features.put(TYPE_MET, type != AnswerType.ANY && met ? 1.0 : 0.0);
        features.put(TYPE_MISSED, met ? 0.0 : 1.0);
        features.put(QUESTION, sentence.endsWith("?") ? 1.0 : 0.0);
        features.put(POINTS_BACK, BackReference.opens(sentence) ? 1.0 : 0.0);
        features.put(POINTS_ELSEWHERE, Pointer.isOne(sentence) ? 1.0 : 0.0);
        features.put(DEFINES, Definition.isOne(sentence, Definition.wanted(question.text())) ? 1.0 : 0.0);
    }
}
