package io.docent.document;

import java.util.ArrayList;
import java.util.List;

/** Writes a table row by row, one line each, every cell labelled by its column: {@code Region: EMEA | Revenue: 42}. */
final class TableText {

    private final TextBuilder text;
    private final List<String> header;
    private final boolean pairs;

    /**
     * @param header what labels each column; empty where the table has none
     * @param columns how many there are
     */
    TableText(TextBuilder text, List<String> header, int columns) {
        this.text = text;
        this.header = header.stream().map(TableText::label).toList();
        this.pairs = header.isEmpty() && columns == 2;
        text.gap(2);
    }

    /** Writes a whole table. */
    static void write(TextBuilder text, List<String> header, List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        TableText table = new TableText(text, header, columns);
        rows.forEach(table::row);
        table.end();
    }

    /** Writes a whole table that does not say which row is its header. */
    static void writeGuessing(TextBuilder text, List<List<String>> rows) {
        List<List<String>> filled = rows.stream()
                .filter(row -> !row.stream().allMatch(String::isBlank))
                .toList();
        TableHeader header = TableHeader.of(filled);
        text.gap(2);
        for (List<String> caption : filled.subList(0, header.captions())) {
            text.line(
                    caption.stream().filter(cell -> !cell.isBlank()).findFirst().orElse(""));
        }
        List<List<String>> rest = filled.subList(header.captions(), filled.size());
        if (header.present()) {
            write(text, rest.getFirst(), rest.subList(1, rest.size()));
        } else {
            write(text, List.of(), rest);
        }
    }

    /** An empty row is left out; the only cell of a row stands across all columns and has no label. */
    void row(List<String> cells) {
        if (cells.size() == 1) {
            text.line(TextBuilder.oneLine(cells.getFirst()));
            return;
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = TextBuilder.oneLine(cells.get(i));
            if (!cell.isEmpty()) {
                parts.add(labelled(i, cell));
            }
        }
        if (pairs && parts.size() == 2) {
            text.line(label(parts.getFirst()) + ": " + parts.getLast());
        } else {
            text.line(String.join(" | ", parts));
        }
    }

    void end() {
        text.gap(2);
    }

    private String labelled(int column, String cell) {
        String label = column < header.size() ? header.get(column) : "";
        return label.isEmpty() ? cell : label + ": " + cell;
    }

    private static String label(String cell) {
        String label = TextBuilder.oneLine(cell);
        return label.endsWith(":") ? label.substring(0, label.length() - 1).strip() : label;
    }
}
