package io.docent.evaluation;

import io.docent.answer.AnswerSteps;
import io.docent.answer.Question;
import io.docent.document.DocumentId;
import io.docent.passage.Span;
import io.docent.retrieval.ScoredSentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the candidate sentences of a question in the order in which the answer would take them. For any thread. */
final class SentenceOrder {

    private final Library collection;
    private final GoldPlaces gold;
    private final AnswerSteps steps;

    SentenceOrder(Library collection, GoldPlaces gold) {
        this.collection = collection;
        this.gold = gold;
        this.steps = collection.steps();
    }

    /** At which ranks the right ones are; nothing where the document is not in the index. */
    Optional<Ranks> of(GoldQuestion question) {
        List<Place> candidates = question.gold().candidates();
        Optional<DocumentId> document = candidates.isEmpty()
                ? Optional.empty()
                : collection.id(candidates.getFirst().source());
        return document.map(id -> ranks(
                question,
                steps.take(new Question(question.text(), Set.of(id)))
                        .retrieval()
                        .sentences()));
    }

    private Ranks ranks(GoldQuestion question, List<ScoredSentence> scored) {
        Map<Place, Double> scores = new HashMap<>();
        for (Place candidate : question.gold().candidates()) {
            double score = gold.locate(List.of(candidate)).stream()
                    .mapToDouble(located -> best(located.span(), scored))
                    .max()
                    .orElse(Double.NEGATIVE_INFINITY);
            scores.put(candidate, score);
        }
        List<Place> ordered = new ArrayList<>(question.gold().candidates());
        ordered.sort(Comparator.comparingDouble((Place place) -> scores.getOrDefault(place, 0.0))
                .reversed());
        return Ranks.of(question.gold().support().stream()
                .mapToInt(right -> ordered.indexOf(right) + 1)
                .toArray());
    }

    /** The score of the best sentence that is mostly in the candidate, or the other way round. */
    private static double best(Span candidate, List<ScoredSentence> scored) {
        return scored.stream()
                .filter(sentence -> isSame(
                        candidate,
                        sentence.span()
                                .shift(sentence.passage().passage().span().start())))
                .mapToDouble(ScoredSentence::score)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    static boolean isSame(Span a, Span b) {
        int common = Math.min(a.end(), b.end()) - Math.max(a.start(), b.start());
        return 2 * common > Math.min(a.length(), b.length());
    }
}
