package io.docent.evaluation;

import io.docent.evaluation.Chart.Point;
import io.docent.evaluation.SetResult.NamedContrast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The charts of a report. */
final class Plots {

    private static final int BINS = 20;
    private static final int CALIBRATION_BINS = 10;

    private Plots() {}

    /** How much is found among the first k. */
    static String recall(List<SetResult> sets) {
        Chart chart = new Chart("k", "recall@k", 0, 10, 1);
        for (SetResult set : sets) {
            List<Point> points = new ArrayList<>();
            for (int depth : new int[] {1, 3, 5, 10}) {
                figure(set, "recall@" + depth).ifPresent(figure -> points.add(new Point(depth, figure.value())));
            }
            if (!points.isEmpty()) {
                chart.line(set.name(), points);
            }
        }
        return chart.svg("Recall of what answers, among the first k found");
    }

    private static Optional<Figure> figure(SetResult set, String name) {
        return set.figures().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** How often an answer is right, where only the surest share is answered. */
    static String precision(List<SetResult> sets) {
        Chart chart = new Chart("share answered, the surest first", "share of answers with what was expected", 0, 1, 1);
        for (SetResult set : sets) {
            List<QuestionResult> questions = set.questions().stream()
                    .filter(question -> question.values().containsKey("answer-whole-unrefused"))
                    .sorted(Comparator.comparingDouble(QuestionResult::confidence)
                            .reversed())
                    .toList();
            List<Point> points = curve(questions);
            if (!points.isEmpty()) {
                chart.line(set.name(), points);
            }
        }
        return chart.svg("Precision against the share answered");
    }

    private static List<Point> curve(List<QuestionResult> surestFirst) {
        List<Point> points = new ArrayList<>();
        double right = 0;
        for (int i = 0; i < surestFirst.size(); i++) {
            right += surestFirst.get(i).values().getOrDefault("answer-whole-unrefused", 0.0);
            int answered = i + 1;
            if (answered * 50 / surestFirst.size() > i * 50 / surestFirst.size()) {
                points.add(new Point(answered / (double) surestFirst.size(), right / answered));
            }
        }
        return points;
    }

    /** How often the documents hold the answer, by how sure Docent is that they do. */
    static String calibration(String set, List<NamedContrast> contrasts) {
        Chart chart = new Chart("confidence", "share that the documents answer", 0, 1, 1)
                .line("ideal", List.of(new Point(0, 0), new Point(1, 1)));
        for (NamedContrast contrast : contrasts) {
            double[] answerable = histogram(contrast.scores().answerable(), CALIBRATION_BINS);
            double[] others = histogram(contrast.scores().unanswerable(), CALIBRATION_BINS);
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < CALIBRATION_BINS; i++) {
                if (answerable[i] + others[i] > 0) {
                    points.add(new Point((i + 0.5) / CALIBRATION_BINS, answerable[i] / (answerable[i] + others[i])));
                }
            }
            chart.line(contrast.name(), points);
        }
        return chart.svg(set + ": calibration");
    }

    /** How sure Docent is of questions of both kinds. */
    static String scores(String set, NamedContrast contrast) {
        double[] answerable = shares(contrast.scores().answerable());
        double[] others = shares(contrast.scores().unanswerable());
        double highest = Math.max(
                Arrays.stream(answerable).max().orElse(1),
                Arrays.stream(others).max().orElse(1));
        return new Chart("confidence", "share of questions", 0, 1, Math.max(highest, 0.05))
                .bars("in the documents", answerable, 2)
                .bars("not in the documents", others, 2)
                .mark("threshold", contrast.threshold())
                .svg(set + ": confidence, " + contrast.name());
    }

    private static double[] shares(double[] values) {
        return Arrays.stream(histogram(values, BINS))
                .map(count -> count / values.length)
                .toArray();
    }

    private static double[] histogram(double[] values, int bins) {
        double[] counts = new double[bins];
        for (double value : values) {
            counts[Math.clamp((int) (value * bins), 0, bins - 1)]++;
        }
        return counts;
    }
}
