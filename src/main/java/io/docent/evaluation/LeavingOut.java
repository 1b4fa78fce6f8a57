package io.docent.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Makes questions that the documents do not answer, by taking documents out of the index for a while. For one thread.
 */
final class LeavingOut {

    private static final int FOLDS = 5;

    private final DataSet set;
    private final Library collection;
    private final Workers workers;

    LeavingOut(DataSet set, Library collection, Workers workers) {
        this.set = set;
        this.collection = collection;
        this.workers = workers;
    }

    /**
     * Asks all questions with one half of the articles in the index, then with the other half: half of what is asked
     * has its article in the index, half has not.
     */
    <T> List<Asked<T>> far(Workers.Task<GoldQuestion, T> ask) {
        Map<String, Integer> half = new HashMap<>();
        set.documents().forEach(document -> half.putIfAbsent(document.group(), half.size() % 2));
        List<Asked<T>> all = new ArrayList<>();
        for (int out = 0; out < 2; out++) {
            int absent = out;
            Predicate<GoldQuestion> isIn = question -> half.getOrDefault(question.group(), 0) != absent;
            all.addAll(without(document -> half.getOrDefault(document.group(), 0) == absent, answerable(), isIn, ask));
        }
        return all;
    }

    /**
     * Asks every question with its own paragraph out of the index, together with a fifth of every article, and the rest
     * of its article in it.
     */
    <T> List<Asked<T>> near(Workers.Task<GoldQuestion, T> ask) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Integer> fold = new HashMap<>();
        for (Original document : set.documents()) {
            fold.put(document.name(), (seen.merge(document.group(), 1, Integer::sum) - 1) % FOLDS);
        }
        List<Asked<T>> all = new ArrayList<>();
        for (int out = 0; out < FOLDS; out++) {
            int absent = out;
            List<GoldQuestion> questions = answerable().stream()
                    .filter(question -> question.gold().places().stream()
                            .allMatch(place -> fold.getOrDefault(place.source(), -1) == absent))
                    .toList();
            all.addAll(without(
                    document -> fold.getOrDefault(document.name(), -1) == absent, questions, question -> false, ask));
        }
        return all;
    }

    private List<GoldQuestion> answerable() {
        return set.questions().stream()
                .filter(question -> question.gold().answerable()
                        && !question.gold().places().isEmpty())
                .toList();
    }

    private <T> List<Asked<T>> without(
            Predicate<Original> absent,
            List<GoldQuestion> questions,
            Predicate<GoldQuestion> isAnswerable,
            Workers.Task<GoldQuestion, T> ask) {
        List<Original> out = set.documents().stream().filter(absent).toList();
        collection.remove(out);
        try {
            return workers.map(
                    questions, question -> new Asked<>(question, isAnswerable.test(question), ask.apply(question)));
        } finally {
            collection.add(out, done -> {});
        }
    }

    /**
     * A question that was asked.
     *
     * @param isAnswerable whether the documents that answer it were in the index
     * @param result what came of it
     */
    record Asked<T>(GoldQuestion question, boolean isAnswerable, T result) {}
}
