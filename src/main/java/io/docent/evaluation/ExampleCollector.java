package io.docent.evaluation;

import io.docent.answer.AnswerSteps;
import io.docent.answer.AnswerSteps.Taken;
import io.docent.answer.ConfidenceFeature;
import io.docent.answer.Question;
import io.docent.document.DocumentId;
import io.docent.evaluation.ConfidenceExample.Kind;
import io.docent.retrieval.ScoredSentence;
import io.docent.retrieval.SentenceFeature;
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
    private final Library collection;
    private final Workers workers;
    private final AnswerSteps steps;
    private final GoldPlaces gold;
    private final Asker asker;

    ExampleCollector(DataSet set, Library collection, Workers workers) {
        this.set = set;
        this.collection = collection;
        this.workers = workers;
        this.steps = collection.steps();
        this.gold = new GoldPlaces(set, collection);
        this.asker = new Asker(collection);
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
        List<ScoredSentence> scored = steps.take(asked(question)).retrieval().sentences();
        double[][] features = new double[scored.size()][];
        boolean[] answers = new boolean[scored.size()];
        for (int i = 0; i < scored.size(); i++) {
            features[i] = numbers(scored.get(i));
            answers[i] =
                    right.isEmpty() ? holdsExpected(scored.get(i), question.gold()) : isRight(scored.get(i), right);
        }
        return Optional.of(new SentenceExample(set.name(), question.group(), features, answers));
    }

    /** Where sentences are to be ordered, those of their own document. */
    private Question asked(GoldQuestion question) {
        Set<DocumentId> documents = set.kind() == DataSet.Kind.SENTENCES
                ? collection
                        .id(question.gold().places().getFirst().source())
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

    /** Where nobody said which sentences answer, those of the expected documents that have an expected text. */
    private static boolean holdsExpected(ScoredSentence sentence, Gold expected) {
        String source = sentence.passage().document().source();
        return expected.places().stream().anyMatch(place -> place.source().equals(source))
                && ExpectedText.isIn(sentence.text(), expected.texts());
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
     * Questions that the documents answer, and questions that they do not.
     *
     * @param weights of sentences, for a question's group
     * @param foreign questions of other sets
     */
    List<ConfidenceExample> confidences(Function<String, double[]> weights, List<GoldQuestion> foreign) {
        List<ConfidenceExample> examples = new ArrayList<>();
        if (set.kind() == DataSet.Kind.ARTICLES) {
            examples.addAll(articles(weights));
        } else {
            examples.addAll(examples(Kind.OWN, set.questions(), weights));
            List<GoldQuestion> elsewhere = foreign.stream()
                    .map(question -> new GoldQuestion(
                            question.id(),
                            question.group(),
                            question.text(),
                            question.before(),
                            Gold.NOT_IN_THE_DOCUMENTS))
                    .toList();
            examples.addAll(examples(Kind.FOREIGN, elsewhere, weights));
        }
        return examples;
    }

    private List<ConfidenceExample> articles(Function<String, double[]> weights) {
        List<GoldQuestion> answerable = set.questions().stream()
                .filter(question -> question.gold().answerable())
                .toList();
        List<ConfidenceExample> examples = new ArrayList<>(examples(Kind.FULL, answerable, weights));
        LeavingOut leavingOut = new LeavingOut(set, collection, workers);
        leavingOut
                .far(question -> take(question, weights))
                .forEach(asked -> asked.result()
                        .map(taken -> taken.as(Kind.FAR, asked.isAnswerable()))
                        .ifPresent(examples::add));
        leavingOut
                .near(question -> take(question, weights))
                .forEach(asked ->
                        asked.result().map(taken -> taken.as(Kind.NEAR, false)).ifPresent(examples::add));
        return examples;
    }

    private List<ConfidenceExample> examples(
            Kind kind, List<GoldQuestion> questions, Function<String, double[]> weights) {
        return workers
                .map(
                        questions,
                        question -> take(question, weights)
                                .map(taken -> taken.as(kind, question.gold().answerable())))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Sure> take(GoldQuestion question, Function<String, double[]> weights) {
        Taken taken = steps.take(asker.question(question));
        if (taken.retrieval().sentences().isEmpty()) {
            return Optional.empty();
        }
        double[] own = weights.apply(question.group());
        List<ScoredSentence> reordered = new ArrayList<>(taken.retrieval().sentences());
        reordered.sort(Comparator.comparingDouble((ScoredSentence one) -> NewtonStep.dot(own, numbers(one)))
                .reversed());
        Map<ConfidenceFeature, Double> now = steps.confidence(taken.retrieval(), reordered);
        ConfidenceFeature[] features = ConfidenceFeature.values();
        double[] numbers = new double[features.length + 1];
        for (int i = 0; i < features.length; i++) {
            numbers[i] = now.getOrDefault(features[i], 0.0);
        }
        numbers[features.length] = 1;
        return Optional.of(new Sure(question.group(), numbers, steps.confidence(taken.retrieval())));
    }

    @SuppressWarnings("ArrayRecordComponent") // becomes an example at once
    private record Sure(String group, double[] features, double shipped) {

        ConfidenceExample as(Kind kind, boolean answerable) {
            return new ConfidenceExample(kind, group, features, answerable, kind.weight(answerable), shipped);
        }
    }
}
