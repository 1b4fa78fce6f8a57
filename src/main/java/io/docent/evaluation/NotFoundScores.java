package io.docent.evaluation;

import io.docent.answer.Answer;
import io.docent.answer.Answer.Answered;
import io.docent.answer.Answer.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came of questions that the documents answer, and of questions that they do not. For one thread. */
final class NotFoundScores {

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
        if (!isAnswerable && answer instanceof Answered said) {
            wrong.add(new WrongAnswer(question.id(), question.text(), Observed.whole(said.sentences()), confidence));
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

    /** An answer where there is none. */
    record WrongAnswer(String id, String question, String answer, double confidence) {}
}
