package io.docent.evaluation;

import java.util.List;
import java.util.Map;

/** Measures what is made of follow-up questions, against what a person made of them. */
final class RewriteEvaluation {

    private final DataSet set;
    private final Workers workers;

    RewriteEvaluation(DataSet set, Workers workers) {
        this.set = set;
        this.workers = workers;
    }

    SetResult run() {
        List<QuestionResult> results = workers.map(set.questions(), RewriteEvaluation::result);
        return new SetResult(set.name(), 0, 0, results, SetEvaluation.means(results), List.of());
    }

    private static QuestionResult result(GoldQuestion question) {
        return new QuestionResult(
                question.id(), question.text(), question.text(), question.gold().texts(), "", List.of(), 0, Map.of());
    }
}
