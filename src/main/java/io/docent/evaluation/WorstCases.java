package io.docent.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The questions to look at first. */
final class WorstCases {

    private static final int MOST = 25;

    /** By these a question is worse than another; the first that it has counts most. */
    private static final List<String> MEASURES = List.of(
            "answer-whole-unrefused", "citation-recall-unrefused", "sentence-map", "mrr@10", "answered", "refused");

    private WorstCases() {}

    /** Worst first; none that lacks nothing. */
    static List<QuestionResult> of(SetResult set) {
        return set.questions().stream()
                .filter(question -> badness(question) > 0)
                .sorted(Comparator.comparingDouble(WorstCases::badness).reversed())
                .limit(MOST)
                .toList();
    }

    private static double badness(QuestionResult question) {
        Map<String, Double> values = question.values();
        double badness = 0;
        double weight = 1;
        for (String measure : MEASURES) {
            Double value = values.get(measure);
            if (value != null) {
                badness += weight * (1 - value);
                weight /= 2;
            }
        }
        return badness < 1e-9 ? 0 : badness;
    }
}
