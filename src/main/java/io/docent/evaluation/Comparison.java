package io.docent.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What got better and what got worse since an earlier run, figure by figure and question by question. */
final class Comparison {

    private static final double SAME = 1e-9;

    private final Report before;
    private final Report after;

    Comparison(Report before, Report after) {
        this.before = before;
        this.after = after;
    }

    /** The figures that are in both and differ. */
    List<Changed> figures() {
        Map<String, Figure> old = before.figures();
        List<Changed> changed = new ArrayList<>();
        after.figures().forEach((name, figure) -> {
            Figure earlier = old.get(name);
            if (earlier != null && Math.abs(earlier.value() - figure.value()) > SAME) {
                changed.add(new Changed(name, earlier.value(), figure.value()));
            }
        });
        return changed;
    }

    /** For each figure by its whole name, the questions that differ in it; times are left out, they always differ. */
    Map<String, List<ChangedQuestion>> questions() {
        Map<String, List<ChangedQuestion>> changed = new LinkedHashMap<>();
        for (SetResult set : after.sets()) {
            Map<String, QuestionResult> old = new HashMap<>();
            earlier(set.name()).ifPresent(one -> one.questions().forEach(question -> old.put(question.id(), question)));
            for (QuestionResult question : set.questions()) {
                QuestionResult earlier = old.get(question.id());
                if (earlier != null && earlier.question().equals(question.question())) {
                    compare(set.name(), earlier, question, changed);
                }
            }
        }
        return changed;
    }

    private Optional<SetResult> earlier(String name) {
        return before.sets().stream().filter(set -> set.name().equals(name)).findFirst();
    }

    private static void compare(
            String set, QuestionResult earlier, QuestionResult now, Map<String, List<ChangedQuestion>> changed) {
        now.values().forEach((name, value) -> {
            Double old = earlier.values().get(name);
            if (old != null && !Figures.isTime(name) && Math.abs(old - value) > SAME) {
                changed.computeIfAbsent(set + "." + name, key -> new ArrayList<>())
                        .add(new ChangedQuestion(now.id(), now.question(), old, value, earlier.answer(), now.answer()));
            }
        });
    }

    /** A table of plain text. */
    String table() {
        Map<String, List<ChangedQuestion>> questions = questions();
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%nAgainst the run of %s%n  %-44s %9s %9s %9s  questions up/down%n",
                before.date(),
                "figure",
                "before",
                "now",
                "change"));
        for (Changed figure : figures()) {
            List<ChangedQuestion> moved = questions.getOrDefault(figure.name(), List.of());
            long up = moved.stream().filter(one -> one.now() > one.before()).count();
            table.append(String.format(
                    Locale.ROOT,
                    "  %-44s %9.4f %9.4f %+9.4f  %s%n",
                    figure.name(),
                    figure.before(),
                    figure.now(),
                    figure.now() - figure.before(),
                    moved.isEmpty() ? "" : up + "/" + (moved.size() - up)));
        }
        return table.toString();
    }

    /** A figure that is no longer what it was. */
    record Changed(String name, double before, double now) {}

    /** A question of which something is no longer what it was. */
    record ChangedQuestion(
            String id, String question, double before, double now, String answerBefore, String answerNow) {}
}
