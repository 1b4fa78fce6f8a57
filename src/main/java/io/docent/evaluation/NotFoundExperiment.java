package io.docent.evaluation;

import io.docent.answer.Answer;
import io.docent.answer.Answer.NotFound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Asks what the documents do not answer, by leaving documents out of the index. <em>Far</em>: half of the articles are
 * out, and their questions are asked with those of the other half. <em>Near</em>: a fifth of every article's paragraphs
 * is out, and the questions of those are asked; the answerable ones are asked with all paragraphs in.
 */
final class NotFoundExperiment {

    private static final int FOLDS = 5;

    private final DataSet set;
    private final Library library;
    private final Asker asker;
    private final Workers workers;

    NotFoundExperiment(DataSet set, Library library, Workers workers) {
        this.set = set;
        this.library = library;
        this.asker = new Asker(library);
        this.workers = workers;
    }

    /** Articles take turns in being one half or the other. */
    NotFoundScores far() {
        Map<String, Integer> half = new HashMap<>();
        set.documents().forEach(document -> half.putIfAbsent(document.group(), half.size() % 2));
        NotFoundScores scores = new NotFoundScores();
        for (int out = 0; out < 2; out++) {
            int absent = out;
            without(document -> half.getOrDefault(document.group(), 0) == absent, () -> {
                for (Asked asked : ask(answerable())) {
                    boolean isIn = half.getOrDefault(asked.question().group(), 0) != absent;
                    scores.add(asked.question(), isIn, asked.answer());
                }
            });
        }
        return scores;
    }

    /**
     * Leaves out single paragraphs.
     *
     * @param withAll what came of the answerable questions with all paragraphs in
     */
    NotFoundScores near(List<Observed> withAll) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Integer> fold = new HashMap<>();
        for (Original document : set.documents()) {
            fold.put(document.name(), (seen.merge(document.group(), 1, Integer::sum) - 1) % FOLDS);
        }
        NotFoundScores scores = new NotFoundScores();
        withAll.stream()
                .filter(observed -> observed.question().gold().answerable())
                .forEach(observed -> scores.add(observed.question(), true, observed.answer()));
        for (int out = 0; out < FOLDS; out++) {
            int absent = out;
            without(document -> fold.getOrDefault(document.name(), -1) == absent, () -> {
                List<GoldQuestion> questions = answerable().stream()
                        .filter(question -> question.gold().places().stream()
                                .allMatch(place -> fold.getOrDefault(place.source(), -1) == absent))
                        .toList();
                ask(questions).forEach(asked -> scores.add(asked.question(), false, asked.answer()));
            });
        }
        return scores;
    }

    private List<GoldQuestion> answerable() {
        return set.questions().stream()
                .filter(question -> question.gold().answerable())
                .toList();
    }

    private List<Asked> ask(List<GoldQuestion> questions) {
        return workers.map(questions, question -> new Asked(question, asker.answer(question)));
    }

    private void without(Predicate<Original> absent, Runnable experiment) {
        List<Original> out = set.documents().stream().filter(absent).toList();
        library.remove(out);
        try {
            experiment.run();
        } finally {
            library.add(out, done -> {});
        }
    }

    private record Asked(GoldQuestion question, Answer answer) {}

    /** What came of questions of both kinds. */
    static final class NotFoundScores {

        private final List<Double> answerable = new ArrayList<>();
        private final List<Double> unanswerable = new ArrayList<>();
        private final List<Double> answered = new ArrayList<>();
        private final List<Double> refused = new ArrayList<>();
        private final List<WrongAnswer> wrong = new ArrayList<>();

        void add(GoldQuestion question, boolean isAnswerable, Answer answer) {
            double confidence = answer.explanation().confidence();
            boolean isRefused = answer instanceof NotFound;
            (isAnswerable ? answerable : unanswerable).add(confidence);
            (isAnswerable ? answered : refused).add(isAnswerable != isRefused ? 1.0 : 0.0);
            if (!isAnswerable && answer instanceof Answer.Answered said) {
                wrong.add(new WrongAnswer(question, Observed.whole(said.sentences()), confidence));
            }
        }

        /** Nothing where a kind has no question. */
        Optional<Contrast> contrast() {
            return answerable.isEmpty() || unanswerable.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Contrast(numbers(answerable), numbers(unanswerable)));
        }

        /** The figures, each named {@code prefix-…}. */
        List<Figure> figures(String prefix, Contrast contrast) {
            return List.of(
                    Bootstrap.contrast(prefix + "-auroc", contrast, Contrast::auroc),
                    Bootstrap.contrast(prefix + "-false-answers@95", contrast, one -> one.falseAnswers(0.95)),
                    Bootstrap.mean(prefix + "-answered", numbers(answered)),
                    Bootstrap.mean(prefix + "-refused", numbers(refused)));
        }

        List<WrongAnswer> wrong() {
            return List.copyOf(wrong);
        }

        private static double[] numbers(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** An answer where there is none. */
    record WrongAnswer(GoldQuestion question, String answer, double confidence) {}
}
