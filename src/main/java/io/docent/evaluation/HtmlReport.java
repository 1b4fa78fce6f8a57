package io.docent.evaluation;

import io.docent.evaluation.NotFoundScores.WrongAnswer;
import io.docent.evaluation.SetResult.NamedContrast;
import java.util.List;
import java.util.Locale;

/** A report as one page that loads nothing and runs nothing. */
final class HtmlReport {

    private static final String STYLE = """
            :root { color-scheme: light dark; --text: #1c1c1e; --back: #fff; --faint: #d9d9de; --soft: #6b6b70;
              --s0: #0b62c4; --s1: #b3480a; --s2: #1d7a3a; --s3: #8a2be2; --s4: #a3102f; --s5: #4d6470; }
            @media (prefers-color-scheme: dark) { :root { --text: #ececf0; --back: #17171a; --faint: #3a3a40; --soft: #a0a0a8;
              --s0: #6cb0ff; --s1: #ff9f5a; --s2: #5ccf82; --s3: #c79bff; --s4: #ff7d93; --s5: #a9c0cc; } }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem;
              color: var(--text); background: var(--back); overflow-wrap: anywhere; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            td, th { padding: .15rem .8rem .15rem 0; text-align: right; border-bottom: 1px solid var(--faint); }
            td:first-child, th:first-child { text-align: left; }
            .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1.5rem; }
            figure { margin: 0; } figcaption { font-weight: 600; } svg { width: 100%; height: auto; }
            .grid { stroke: var(--faint); } .mark { stroke: var(--text); stroke-dasharray: 4 3; }
            .tick, .axis { fill: var(--soft); font-size: 12px; } .line { fill: none; stroke-width: 2; }
            .line.s1 { stroke-dasharray: 8 3; } .line.s2 { stroke-dasharray: 3 3; } .line.s3 { stroke-dasharray: 10 3 2 3; }
            .legend { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: .9rem; }
            .legend li::before { content: "■ "; }
            .line.s0 { stroke: var(--s0); } .line.s1 { stroke: var(--s1); } .line.s2 { stroke: var(--s2); }
            .line.s3 { stroke: var(--s3); } .line.s4 { stroke: var(--s4); } .line.s5 { stroke: var(--s5); }
            .dot.s0, .bar.s0 { fill: var(--s0); } .dot.s1, .bar.s1 { fill: var(--s1); } .dot.s2, .bar.s2 { fill: var(--s2); }
            .dot.s3, .bar.s3 { fill: var(--s3); } .dot.s4, .bar.s4 { fill: var(--s4); } .dot.s5, .bar.s5 { fill: var(--s5); }
            li.s0::before { color: var(--s0); } li.s1::before { color: var(--s1); } li.s2::before { color: var(--s2); }
            li.s3::before { color: var(--s3); } li.s4::before { color: var(--s4); } li.s5::before { color: var(--s5); }
            details { margin: .5rem 0; } summary { cursor: pointer; } dt { color: var(--soft); } dd { margin: 0 0 .4rem 1rem; }
            """;

    private final StringBuilder page = new StringBuilder();

    private HtmlReport() {}

    @SuppressWarnings("StringConcatToTextBlock") // a line of HTML a line
    static String of(Report report) {
        HtmlReport html = new HtmlReport();
        html.page
                .append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        + "<title>Evaluation</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>Evaluation of ")
                .append(Html.escape(report.date()))
                .append("</h1>\n<div class=\"plots\">\n")
                .append(Plots.recall(report.sets()))
                .append(Plots.precision(report.sets()))
                .append("</div>\n");
        report.sets().forEach(html::set);
        return html.page.append("</body>\n</html>\n").toString();
    }

    private void set(SetResult set) {
        page.append(String.format(
                Locale.ROOT,
                "<h2>%s</h2>%n<p>%,d documents, %,d passages, %,d questions</p>%n",
                Html.escape(set.name()),
                set.documents(),
                set.passages(),
                set.questions().size()));
        figures(set.figures());
        if (!set.contrasts().isEmpty()) {
            page.append("<div class=\"plots\">\n").append(Plots.calibration(set.name(), set.contrasts()));
            set.contrasts().forEach(contrast -> page.append(Plots.scores(set.name(), contrast)));
            page.append("</div>\n");
        }
        List<QuestionResult> worst = WorstCases.of(set);
        if (!worst.isEmpty()) {
            page.append("<h3>Worst cases</h3>\n");
            worst.forEach(this::question);
        }
        set.contrasts().forEach(this::wrong);
    }

    private void figures(List<Figure> figures) {
        page.append("<table>\n<thead><tr><th>Figure</th><th>Value</th><th>95 % interval</th><th>Questions</th></tr>"
                + "</thead>\n<tbody>\n");
        for (Figure figure : figures) {
            page.append(String.format(
                    Locale.ROOT,
                    "<tr><td>%s</td><td>%.4f</td><td>%.4f – %.4f</td><td>%,d</td></tr>%n",
                    Html.escape(figure.name()),
                    figure.value(),
                    figure.low(),
                    figure.high(),
                    figure.count()));
        }
        page.append("</tbody>\n</table>\n");
    }

    private void question(QuestionResult question) {
        page.append(String.format(
                Locale.ROOT,
                "<details><summary>%s (sure: %.2f)</summary>%n<dl>%n",
                Html.escape(question.question()),
                question.confidence()));
        if (!question.searchedFor().equals(question.question())) {
            entry("Searched for", question.searchedFor());
        }
        question.expected().forEach(expected -> entry("Expected", expected));
        entry("Answered", question.answer().isEmpty() ? "(nothing)" : question.answer());
        question.found().forEach(found -> entry("Found", found));
        question.values().forEach((name, value) -> {
            if (!Figures.isTime(name)) {
                entry(name, String.format(Locale.ROOT, "%.4f", value));
            }
        });
        page.append("</dl></details>\n");
    }

    private void wrong(NamedContrast contrast) {
        if (contrast.wrong().isEmpty()) {
            return;
        }
        page.append("<h3>Answered, though not in the documents (")
                .append(Html.escape(contrast.name()))
                .append(")</h3>\n<dl>\n");
        for (WrongAnswer wrong : contrast.surest()) {
            entry(String.format(Locale.ROOT, "%s (sure: %.2f)", wrong.question(), wrong.confidence()), wrong.answer());
        }
        page.append("</dl>\n");
    }

    private void entry(String term, String text) {
        page.append("<dt>")
                .append(Html.escape(term))
                .append("</dt><dd>")
                .append(Html.escape(text))
                .append("</dd>\n");
    }
}
