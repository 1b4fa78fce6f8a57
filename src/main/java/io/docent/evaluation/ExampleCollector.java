package io.docent.evaluation;

import io.docent.answer.AnswerSteps;
import io.docent.answer.AnswerSteps.Taken;
import io.docent.answer.ConfidenceFeature;
import io.docent.answer.Question;
import io.docent.answer.ScoredSentence;
import io.docent.answer.SentenceFeature;
import io.docent.document.DocumentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Asks the questions of a data set and keeps what the trainers learn from. For one thread. */
final class ExampleCollector {

    private final DataSet set;
    private final Library library;
    private final Workers workers;
    private final AnswerSteps steps;
    private final GoldPlaces gold;

    ExampleCollector(DataSet set, Library library, Workers workers) {
        this.set = set;
        this.library = library;
        this.workers = workers;
        this.steps = library.steps();
        this.gold = new GoldPlaces(set, library);
    }

    /** The sentences of each question of which one answers and another does not. */
    List<SentenceExample> sentences() {
        return workers.map(set.questions(), this::sentences).stream()
                .flatMap(Optional::stream)
                .filter(example -> example.count() > 0 && example.count() < example.right().length)
                .toList();
    }

    private Optional<SentenceExample> sentences(GoldQuestion question) {
        List<Located> right = gold.locate(question.gold().support());
        if (right.isEmpty()) {
            return Optional.empty();
        }
        List<ScoredSentence> scored = steps.take(asked(question)).scored();
        double[][] features = new double[scored.size()][];
        boolean[] answers = new boolean[scored.size()];
        for (int i = 0; i < scored.size(); i++) {
            features[i] = numbers(scored.get(i));
            answers[i] = isRight(scored.get(i), right);
        }
        return Optional.of(new SentenceExample(set.name(), question.group(), features, answers));
    }

    /** Where sentences are to be ordered, those of their own document. */
    private Question asked(GoldQuestion question) {
        Set<DocumentId> documents = set.kind() == DataSet.Kind.SENTENCES
                ? library.id(question.gold().places().getFirst().source())
                        .map(Set::of)
                        .orElse(Set.of())
                : Set.of();
        return new Question(question.text(), documents);
    }

    private static boolean isRight(ScoredSentence sentence, List<Located> right) {
        int start = sentence.passage().passage().span().start();
        String source = sentence.passage().document().source();
        return right.stream()
                .anyMatch(one -> one.source().equals(source)
                        && SentenceOrder.isSame(one.span(), sentence.span().shift(start)));
    }

    static double[] numbers(ScoredSentence sentence) {
        SentenceFeature[] features = SentenceFeature.values();
        double[] numbers = new double[features.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = sentence.feature(features[i]);
        }
        return numbers;
    }

    /**
     * Questions with the documents that answer them in the index, and without.
     *
     * @param weights of sentences, for a question's group
     */
    List<ConfidenceExample> confidences(Function<String, double[]> weights) {
        List<ConfidenceExample> examples = new ArrayList<>();
        List<GoldQuestion> answerable = set.questions().stream()
                .filter(question -> question.gold().answerable())
                .toList();
        workers.map(answerable, question -> confidence("full", true, question, weights))
                .forEach(one -> one.ifPresent(examples::add));
        LeavingOut leavingOut = new LeavingOut(set, library, workers);
        leavingOut
                .far(question -> take(question, weights))
                .forEach(asked -> asked.result()
                        .map(taken -> taken.as("far", asked.isAnswerable()))
                        .ifPresent(examples::add));
        leavingOut
                .near(question -> confidence("near", false, question, weights))
                .forEach(asked -> asked.result().ifPresent(examples::add));
        return examples;
    }

    private Optional<ConfidenceExample> confidence(
            String kind, boolean answerable, GoldQuestion question, Function<String, double[]> weights) {
        return take(question, weights).map(taken -> taken.as(kind, answerable));
    }

    private Optional<Sure> take(GoldQuestion question, Function<String, double[]> weights) {
        Taken taken = steps.take(new Question(question.text(), Set.of()));
        if (taken.scored().isEmpty()) {
            return Optional.empty();
        }
        double[] own = weights.apply(question.group());
        List<ScoredSentence> reordered = new ArrayList<>(taken.scored());
        reordered.sort(Comparator.comparingDouble((ScoredSentence one) -> NewtonStep.dot(own, numbers(one)))
                .reversed());
        Map<ConfidenceFeature, Double> before = steps.confidence(taken.retrieval(), taken.scored());
        Map<ConfidenceFeature, Double> now = steps.confidence(taken.retrieval(), reordered);
        ConfidenceFeature[] features = ConfidenceFeature.values();
        double[] numbers = new double[features.length + 1];
        for (int i = 0; i < features.length; i++) {
            numbers[i] = now.getOrDefault(features[i], 0.0);
        }
        numbers[features.length] = 1;
        return Optional.of(new Sure(question.group(), numbers, steps.weights().confidence(before)));
    }

    @SuppressWarnings("ArrayRecordComponent") // becomes an example at once
    private record Sure(String group, double[] features, double shipped) {

        ConfidenceExample as(String kind, boolean answerable) {
            return new ConfidenceExample(kind, group, features, answerable, shipped);
        }
    }
}
