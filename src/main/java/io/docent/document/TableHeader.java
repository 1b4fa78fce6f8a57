package io.docent.document;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Guesses which of a table's first rows are no data.
 *
 * @param captions how many rows at the top have only one cell that is filled
 * @param present whether the row below them names the columns
 */
record TableHeader(int captions, boolean present) {

    /** Names of columns are not longer. */
    private static final int LONGEST = 60;

    private static final Pattern NUMBER = Pattern.compile(
            "[(+\\-−~≈<>]?\\s?\\p{Sc}?\\s?[+\\-−]?\\d[\\d.,'’\\s]*(?:[eE][+-]?\\d+)?\\s?(?:%|\\p{Sc}|[kKmMbB]n?)?\\)?"
                    + "|[A-Z]{3}\\s[\\d.,]+|[\\d.,]+\\s[A-Z]{3}");

    private static final Pattern DATE = Pattern.compile(
            "(?:\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}(?:[T ]\\d{1,2}:\\d{2}.*)?|\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[aApP][mM])?"
                    + "|\\d{1,2}\\.?[ -]\\p{L}{3,9}\\.?[ -,]*\\d{2,4}|\\p{L}{3,9}\\.? \\d{1,2}, ?\\d{4})");

    /** @param rows of the whole table, or its first ones */
    static TableHeader of(List<List<String>> rows) {
        int columns = columns(rows);
        int captions = 0;
        while (columns > 1 && captions < rows.size() - 1 && filled(rows.get(captions)) <= 1) {
            captions++;
        }
        List<List<String>> rest = rows.subList(captions, rows.size());
        boolean present = rest.size() > 1
                && namesColumns(rest.getFirst(), columns)
                && (columns >= 3 || hasFigures(rest.subList(1, rest.size()), columns));
        return new TableHeader(captions, present);
    }

    static boolean isFigure(String cell) {
        return NUMBER.matcher(cell).matches() || DATE.matcher(cell).matches();
    }

    /** Columns that are empty in every row do not count. */
    static int columns(List<List<String>> rows) {
        int columns = 0;
        for (List<String> row : rows) {
            for (int i = columns; i < row.size(); i++) {
                columns = row.get(i).isBlank() ? columns : i + 1;
            }
        }
        return columns;
    }

    private static long filled(List<String> row) {
        return row.stream().filter(cell -> !cell.isBlank()).distinct().count();
    }

    private static boolean namesColumns(List<String> row, int columns) {
        if (row.size() < columns || new HashSet<>(row.subList(0, columns)).size() < columns) {
            return false;
        }
        return row.subList(0, columns).stream()
                .map(String::strip)
                .allMatch(cell -> !cell.isEmpty() && cell.length() <= LONGEST && !isFigure(cell));
    }

    private static boolean hasFigures(List<List<String>> rows, int columns) {
        for (int column = 0; column < columns; column++) {
            int i = column;
            List<String> cells = rows.stream()
                    .filter(row -> row.size() > i)
                    .map(row -> row.get(i).strip())
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            if (!cells.isEmpty() && cells.stream().filter(TableHeader::isFigure).count() * 2 > cells.size()) {
                return true;
            }
        }
        return false;
    }
}
