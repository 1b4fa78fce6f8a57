package io.docent.evaluation;

import io.docent.evaluation.Comparison.ChangedQuestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report to read and to keep. */
final class MarkdownReport {

    private static final int MOST_CHANGED = 20;

    private final StringBuilder text = new StringBuilder();

    private MarkdownReport() {}

    static String of(Report report, @Nullable Comparison comparison) {
        MarkdownReport markdown = new MarkdownReport();
        markdown.text.append("# Evaluation of ").append(report.date()).append("\n\n");
        markdown.text.append(
                "Intervals are 95 % bootstrap confidence intervals over the questions. Shares are of 1; `ms-…`"
                        + " are milliseconds with every core at work on questions.\n");
        report.sets().forEach(markdown::set);
        if (comparison != null) {
            markdown.comparison(comparison);
        }
        return markdown.text.toString();
    }

    private void set(SetResult set) {
        text.append(String.format(
                Locale.ROOT,
                "%n## %s%n%n%,d documents, %,d passages, %,d questions.%n%n| Figure | Value | Interval | Questions |%n|---|---|---|---|%n",
                set.name(),
                set.documents(),
                set.passages(),
                set.questions().size()));
        for (Figure figure : set.figures()) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.4f | %.4f – %.4f | %,d |%n",
                    figure.name(),
                    figure.value(),
                    figure.low(),
                    figure.high(),
                    figure.count()));
        }
        List<QuestionResult> worst = WorstCases.of(set);
        if (!worst.isEmpty()) {
            text.append("\n### Worst cases\n");
        }
        worst.forEach(this::question);
        set.contrasts().forEach(contrast -> {
            if (!contrast.wrong().isEmpty()) {
                text.append("\n### Answered, though not in the documents (")
                        .append(contrast.name())
                        .append(")\n\n");
            }
            contrast.surest()
                    .forEach(wrong -> text.append(String.format(
                            Locale.ROOT,
                            "- %s (sure: %.2f)\\%n  %s%n",
                            line(wrong.question()),
                            wrong.confidence(),
                            line(wrong.answer()))));
        });
    }

    private void question(QuestionResult question) {
        text.append("\n**").append(line(question.question())).append("** ");
        text.append(String.format(Locale.ROOT, "(%s, sure: %.2f)%n%n", line(question.id()), question.confidence()));
        if (!question.searchedFor().equals(question.question())) {
            text.append("- Searched for: ").append(line(question.searchedFor())).append('\n');
        }
        question.expected()
                .forEach(expected ->
                        text.append("- Expected: ").append(line(expected)).append('\n'));
        text.append("- Answered: ")
                .append(question.answer().isEmpty() ? "(nothing)" : line(question.answer()))
                .append('\n');
        question.found()
                .forEach(found -> text.append("- Found: ").append(line(found)).append('\n'));
    }

    private void comparison(Comparison comparison) {
        text.append("\n## Compared\n\n| Figure | Before | Now | Change |\n|---|---|---|---|\n");
        for (Comparison.Changed changed : comparison.figures()) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.4f | %.4f | %+.4f |%n",
                    changed.name(),
                    changed.before(),
                    changed.now(),
                    changed.now() - changed.before()));
        }
        for (Map.Entry<String, List<ChangedQuestion>> figure :
                comparison.questions().entrySet()) {
            changes(
                    figure.getKey() + ": worse",
                    figure.getValue().stream()
                            .filter(one -> one.now() < one.before())
                            .toList());
            changes(
                    figure.getKey() + ": better",
                    figure.getValue().stream()
                            .filter(one -> one.now() > one.before())
                            .toList());
        }
    }

    private void changes(String title, List<ChangedQuestion> questions) {
        if (questions.isEmpty()) {
            return;
        }
        text.append(String.format(Locale.ROOT, "%n### %s (%,d)%n%n", title, questions.size()));
        for (ChangedQuestion one : questions.subList(0, Math.min(MOST_CHANGED, questions.size()))) {
            text.append(
                    String.format(Locale.ROOT, "- %s: %.2f → %.2f%n", line(one.question()), one.before(), one.now()));
        }
        if (questions.size() > MOST_CHANGED) {
            text.append("- … and ").append(questions.size() - MOST_CHANGED).append(" more, in report.json\n");
        }
    }

    /** One line, in which no mark of Markdown means anything. */
    private static String line(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1")
                .strip();
    }
}
