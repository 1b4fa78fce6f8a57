package io.docent.evaluation;

import java.util.Locale;

/** A data set's figures as a table of plain text. */
final class ConsoleTable {

    private ConsoleTable() {}

    static String of(SetResult result) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                Locale.ROOT,
                "%n%s: %,d documents, %,d passages, %,d questions%n",
                result.name(),
                result.documents(),
                result.passages(),
                result.questions().size()));
        for (Figure figure : result.figures()) {
            table.append(String.format(
                    Locale.ROOT,
                    "  %-28s %10.4f   [%.4f, %.4f]   n = %,d%n",
                    figure.name(),
                    figure.value(),
                    figure.low(),
                    figure.high(),
                    figure.count()));
        }
        return table.toString();
    }
}
