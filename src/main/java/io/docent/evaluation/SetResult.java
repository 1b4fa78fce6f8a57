package io.docent.evaluation;

import java.util.Comparator;
import java.util.List;

/**
 * What was measured with a data set.
 *
 * @param name of the data set
 * @param documents how many are in the index
 * @param passages how many they were split into
 * @param questions one for each, in their order
 * @param figures in the order in which they are read
 * @param contrasts of answerable and other questions
 */
record SetResult(
        String name,
        int documents,
        int passages,
        List<QuestionResult> questions,
        List<Figure> figures,
        List<NamedContrast> contrasts) {

    private static final int SHOWN = 25;

    SetResult {
        questions = List.copyOf(questions);
        figures = List.copyOf(figures);
        contrasts = List.copyOf(contrasts);
    }

    /**
     * Confidences of questions that are answered and of others.
     *
     * @param name {@code far}, {@code near} or {@code own}
     * @param scores the confidences
     * @param threshold that is shipped
     * @param wrong answers where there is none
     */
    record NamedContrast(String name, Contrast scores, double threshold, List<NotFoundScores.WrongAnswer> wrong) {

        NamedContrast {
            wrong = List.copyOf(wrong);
        }

        /** The wrong answers that Docent was surest of. */
        List<NotFoundScores.WrongAnswer> surest() {
            return wrong.stream()
                    .sorted(Comparator.comparingDouble(NotFoundScores.WrongAnswer::confidence)
                            .reversed())
                    .limit(SHOWN)
                    .toList();
        }
    }
}
