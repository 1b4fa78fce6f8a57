package io.docent.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.nodes.Element;

/** A table of HTML as a grid: a cell that spans several stands in each of them. */
final class HtmlTable {

    /** Wider spans are mistakes. */
    private static final int WIDEST = 1000;

    private static final String CELLS = "> td, > th";

    private final Element element;
    private final List<Element> rows;
    private final List<List<String>> grid = new ArrayList<>();

    private HtmlTable(Element element) {
        this.element = element;
        this.rows = element.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
    }

    static HtmlTable of(Element element) {
        return new HtmlTable(element);
    }

    /** Whether it only puts things beside each other. */
    boolean isLayout(boolean office) {
        int widest =
                rows.stream().mapToInt(row -> row.select(CELLS).size()).max().orElse(0);
        int cells = rows.stream().mapToInt(row -> row.select(CELLS).size()).sum();
        if (cells <= 1 || office) {
            return cells <= 1;
        }
        boolean header =
                !element.select("> thead, > tr > th, > tbody > tr > th").isEmpty();
        String role = element.attr("role");
        return !header
                && (widest == 1
                        || role.equals("presentation")
                        || role.equals("none")
                        || !element.select("td table, td h1, td h2, td h3, td h4, td ul, td ol, td pre, td p + p")
                                .isEmpty());
    }

    void write(TextBuilder text) {
        element.select("> caption").forEach(caption -> text.paragraph(HtmlText.oneLine(caption)));
        fill();
        text.gap(2);
        int captions = captions(text);
        int headers = headers(captions);
        if (headers > 0) {
            int body = captions + headers;
            TableText.write(text, header(grid.subList(captions, body)), grid.subList(body, grid.size()));
        } else {
            TableText.writeGuessing(text, grid.subList(captions, grid.size()));
        }
    }

    private void fill() {
        List<Span> spans = new ArrayList<>();
        for (Element row : rows) {
            List<String> cells = new ArrayList<>();
            for (Element cell : row.select(CELLS)) {
                carry(spans, cells);
                add(cell, spans, cells);
            }
            carry(spans, cells);
            boolean across = row.select(CELLS).size() == 1 && cells.size() > 1;
            grid.add(across ? List.of(cells.getFirst()) : cells);
        }
    }

    private static void add(Element cell, List<Span> spans, List<String> cells) {
        int width = span(cell, "colspan");
        int height = span(cell, "rowspan");
        String text = HtmlText.oneLine(cell);
        for (int i = 0; i < width; i++) {
            while (spans.size() <= cells.size()) {
                spans.add(new Span("", 0));
            }
            spans.set(cells.size(), new Span(text, height - 1));
            cells.add(text);
        }
    }

    /** Puts into a row what reaches down into it from the rows above. */
    private static void carry(List<Span> spans, List<String> cells) {
        while (cells.size() < spans.size() && spans.get(cells.size()).rows > 0) {
            Span span = spans.get(cells.size());
            spans.set(cells.size(), new Span(span.text, span.rows - 1));
            cells.add(span.text);
        }
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute);
        return value.matches("[1-9]\\d{0,4}") ? Math.min(WIDEST, Integer.parseInt(value)) : 1;
    }

    /** Writes the rows at the top that one cell fills. */
    private int captions(TextBuilder text) {
        int captions = 0;
        while (captions < grid.size() - 1 && grid.get(captions).size() == 1) {
            text.line(grid.get(captions).getFirst());
            captions++;
        }
        return captions;
    }

    /** How many rows from there on are its header; 0 where there is none, or nothing under it. */
    private int headers(int from) {
        int to = from;
        while (to < rows.size() && isHeader(rows.get(to))) {
            to++;
        }
        return to == rows.size() ? 0 : to - from;
    }

    private static boolean isHeader(Element row) {
        Element parent = row.parent();
        return (parent != null && parent.nameIs("thead"))
                || (row.select("> td").isEmpty() && !row.select("> th").isEmpty());
    }

    /** What stands above each column, from the top down. */
    private List<String> header(List<List<String>> rows) {
        int columns = grid.stream().mapToInt(List::size).max().orElse(0);
        List<String> header = new ArrayList<>(Collections.nCopies(columns, ""));
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                String above = header.get(i);
                boolean repeats = above.equals(row.get(i)) || above.endsWith(" " + row.get(i));
                header.set(i, repeats ? above : (above + " " + row.get(i)).strip());
            }
        }
        return header;
    }

    /** A cell's text and how many rows further down it stands. */
    private record Span(String text, int rows) {}
}
