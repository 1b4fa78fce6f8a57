package io.docent.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of a question.
 *
 * @param id of the question within its data set
 * @param question as it was asked
 * @param searchedFor made to stand alone
 * @param expected what somebody said the answer should be
 * @param answer the answer's text; empty where it was refused
 * @param found the best passages, shortened
 * @param confidence that the documents hold the answer
 * @param values by the figure's name
 */
record QuestionResult(
        String id,
        String question,
        String searchedFor,
        List<String> expected,
        String answer,
        List<String> found,
        double confidence,
        Map<String, Double> values) {

    QuestionResult {
        expected = List.copyOf(expected);
        found = List.copyOf(found);
        values = new LinkedHashMap<>(values);
    }
}
