package io.docent.evaluation;

import io.docent.answer.Answer;
import io.docent.evaluation.SetResult.NamedContrast;
import io.docent.passage.Span;
import io.docent.retrieval.Retrieved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures one data set. */
final class SetEvaluation {

    private static final int FOUND_SHOWN = 3;
    private static final int FOUND_LENGTH = 300;

    private final DataSet set;
    private final Library collection;
    private final Workers workers;
    private final Set<Part> parts;
    private final Progress progress;
    private final GoldPlaces gold;

    SetEvaluation(DataSet set, Library collection, Workers workers, Set<Part> parts, Progress progress) {
        this.parts = parts;
        this.set = set;
        this.collection = collection;
        this.workers = workers;
        this.progress = progress;
        this.gold = new GoldPlaces(set, collection);
    }

    SetResult run() {
        int total = set.documents().size();
        collection.add(set.documents(), done -> progress.tell(set.name(), "documents indexed", done, total));
        collection
                .unreadable()
                .forEach(failure ->
                        progress.say(set.name() + ": not read: " + failure.source() + ": " + failure.reason()));
        List<Observed> observed = ask();
        List<QuestionResult> questions = results(observed);
        List<Figure> figures = new ArrayList<>(means(questions));
        List<NamedContrast> contrasts = new ArrayList<>();
        double threshold =
                observed.stream().mapToDouble(Observed::threshold).max().orElse(0);
        add("own", own(observed), threshold, figures, contrasts);
        if (set.kind() == DataSet.Kind.ARTICLES && parts.contains(Part.NOT_FOUND)) {
            progress.say(set.name() + ": questions that half of the articles do not answer");
            add("far", far(), threshold, figures, contrasts);
            progress.say(set.name() + ": questions without their own paragraph");
            add("near", near(observed), threshold, figures, contrasts);
        }
        return new SetResult(
                set.name(),
                total - collection.unreadable().size(),
                collection.passages(),
                questions,
                figures,
                contrasts);
    }

    private static void add(
            String name, NotFoundScores scores, double threshold, List<Figure> figures, List<NamedContrast> contrasts) {
        scores.contrast().ifPresent(contrast -> {
            figures.addAll(scores.figures(name, contrast));
            contrasts.add(new NamedContrast(name, contrast, threshold, scores.wrong()));
        });
    }

    private List<Observed> ask() {
        Asker asker = new Asker(collection);
        AtomicInteger done = new AtomicInteger();
        return workers.map(set.questions(), question -> {
            Observed observed = asker.ask(question, parts);
            progress.tell(
                    set.name(),
                    "questions asked",
                    done.incrementAndGet(),
                    set.questions().size());
            return observed;
        });
    }

    private List<QuestionResult> results(List<Observed> observed) {
        Measures measures = new Measures(gold, collection);
        SentenceOrder order = new SentenceOrder(collection, gold);
        return workers.map(observed, one -> {
            Map<String, Double> values = measures.of(one);
            if (set.kind() == DataSet.Kind.SENTENCES && parts.contains(Part.ANSWERS)) {
                order.of(one.question()).ifPresent(ranks -> {
                    values.put("sentence-map", ranks.averagePrecision());
                    values.put("sentence-mrr", ranks.reciprocalRank(Integer.MAX_VALUE));
                    values.put("sentence-recall@1", ranks.recall(1));
                });
            }
            return result(one, values);
        });
    }

    private static QuestionResult result(Observed one, Map<String, Double> values) {
        GoldQuestion question = one.question();
        List<String> expected = new ArrayList<>(question.gold().texts());
        question.gold().places().forEach(place -> expected.add(described(place)));
        List<String> found = one.passages().stream()
                .limit(FOUND_SHOWN)
                .map(SetEvaluation::described)
                .toList();
        return new QuestionResult(
                question.id(),
                question.text(),
                one.searchedFor(),
                expected,
                Observed.whole(one.sentences()),
                found,
                one.confidence(),
                values);
    }

    private static String described(Place place) {
        Span span = place.span();
        return "→ " + place.source() + (span == null ? "" : " " + span.start() + "–" + span.end());
    }

    private static String described(Retrieved passage) {
        String text = passage.passage().text().replaceAll("\\s+", " ");
        return passage.document().source() + ": "
                + (text.length() > FOUND_LENGTH ? text.substring(0, FOUND_LENGTH) + "…" : text);
    }

    /** The mean of each value over the questions that have it. */
    static List<Figure> means(List<QuestionResult> questions) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (QuestionResult question : questions) {
            question.values()
                    .forEach((name, value) -> values.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(value));
        }
        List<Figure> figures = new ArrayList<>();
        values.forEach((name, all) -> figures.add(Bootstrap.mean(
                name, all.stream().mapToDouble(Double::doubleValue).toArray())));
        return figures;
    }

    private NotFoundScores far() {
        NotFoundScores scores = new NotFoundScores();
        Asker asker = new Asker(collection);
        new LeavingOut(set, collection, workers)
                .far(asker::answer)
                .forEach(asked -> scores.add(asked.question(), asked.isAnswerable(), asked.result()));
        return scores;
    }

    /** The answerable ones are asked with everything in the index. */
    private NotFoundScores near(List<Observed> withAll) {
        NotFoundScores scores = new NotFoundScores();
        Asker asker = new Asker(collection);
        for (Observed one : withAll) {
            if (one.question().gold().answerable()) {
                Answer answer = one.answer();
                scores.add(one.question(), true, answer == null ? asker.answer(one.question()) : answer);
            }
        }
        new LeavingOut(set, collection, workers)
                .near(asker::answer)
                .forEach(asked -> scores.add(asked.question(), false, asked.result()));
        return scores;
    }

    /** Questions that the data set itself says are not answered. */
    private static NotFoundScores own(List<Observed> observed) {
        NotFoundScores scores = new NotFoundScores();
        for (Observed one : observed) {
            if (one.answer() != null) {
                scores.add(one.question(), one.question().gold().answerable(), one.answer());
            }
        }
        return scores;
    }
}
