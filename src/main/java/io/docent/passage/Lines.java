package io.docent.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of a block (lines without a blank one between them), and which of them belong together. */
final class Lines {

    private static final Pattern MARKER = Pattern.compile(
            "[ \\t]*(?:[-*+•·▪◦‣–—](?=[ \\t])|\\(?(?:\\d{1,3}[.)]|([a-z])\\1?[.)]|[A-Z]\\))(?=[ \\t]))[ \\t]+");

    /** A line that is wider than this was not wrapped by hand or by a mail program. */
    private static final int WIDEST_WRAP = 130;

    private static final int NARROWEST_WRAP = 40;

    private static final String CELL_END = " | ";

    private Lines() {}

    /** The lines of {@code [start, end)}, without white space around them; blank ones left out. */
    static List<Span> of(String text, int start, int end) {
        List<Span> lines = new ArrayList<>();
        int from = start;
        while (from < end) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 || newline > end ? end : newline;
            Span line = trimmed(text, from, to);
            if (line != null) {
                lines.add(line);
            }
            from = to + 1;
        }
        return lines;
    }

    /** Whether a blank line stands between two spans. */
    static boolean blankLineBetween(String text, int end, int start) {
        int newlines = 0;
        for (int i = end; i < start; i++) {
            if (text.charAt(i) == '\n') {
                newlines++;
            }
        }
        return newlines > 1;
    }

    /** Runs of lines that were one line before somebody wrapped them. */
    static List<Span> unwrapped(String text, List<Span> block) {
        int widest = block.stream().mapToInt(Span::length).max().orElse(0);
        boolean wrapped = widest <= WIDEST_WRAP && widest >= NARROWEST_WRAP;
        // One long line may be long by chance; several of much the same length were wrapped.
        boolean evenly =
                block.stream().filter(line -> line.length() > widest * 0.8).count() >= 3;
        List<Span> runs = new ArrayList<>();
        for (int i = 0; i < block.size(); i++) {
            Span line = block.get(i);
            if (i > 0 && wrapped && continues(text, block.get(i - 1), line, widest, evenly)) {
                runs.set(runs.size() - 1, runs.getLast().union(line));
            } else {
                runs.add(line);
            }
        }
        return runs;
    }

    /** A line was wrapped where the next one's first word would not have fitted in. */
    private static boolean continues(String text, Span line, Span next, int widest, boolean evenly) {
        if (markerLength(text, next) > 0 || isRow(text, line) || isRow(text, next)) {
            return false;
        }
        int firstWord = 0;
        while (next.start() + firstWord < next.end()
                && !Character.isWhitespace(text.charAt(next.start() + firstWord))) {
            firstWord++;
        }
        boolean full = evenly && line.length() + 1 + firstWord > widest - 3;
        boolean lowerCase = Character.isLowerCase(text.codePointAt(next.start()));
        char last = text.charAt(line.end() - 1);
        boolean open = ".!?:;。！？".indexOf(last) < 0;
        return full || (lowerCase && open && line.length() * 2 > widest);
    }

    /** Length of a bullet or number and the space behind it, 0 where a line has none. */
    static int markerLength(String text, Span line) {
        Matcher marker = MARKER.matcher(text).region(line.start(), line.end());
        return marker.lookingAt() && marker.end() < line.end() ? marker.end() - line.start() : 0;
    }

    /** A row of a table, as documents are written down here: cells parted by bars, of which none stands in brackets. */
    static boolean isRow(String text, Span line) {
        return bar(text, line.start(), line.end()) >= 0;
    }

    /** The cells of a row, without white space around them; the line itself where it is no row, empty ones left out. */
    static List<Span> cells(String text, Span line) {
        List<Span> cells = new ArrayList<>();
        int from = line.start();
        while (from < line.end()) {
            int bar = bar(text, from, line.end());
            int to = bar < 0 ? line.end() : bar;
            Span cell = trimmed(text, from, to);
            if (cell != null) {
                cells.add(cell);
            }
            from = to + CELL_END.length();
        }
        return cells;
    }

    /** Where the next bar that is in no brackets begins, or -1. */
    private static int bar(String text, int start, int end) {
        int last = Math.min(text.length(), end + CELL_END.length() - 1) - CELL_END.length();
        int depth = 0;
        for (int i = start; i <= last; i++) {
            char c = text.charAt(i);
            if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && text.startsWith(CELL_END, i)) {
                return i;
            }
        }
        return -1;
    }

    static @Nullable Span trimmed(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return from < to ? new Span(from, to) : null;
    }
}
