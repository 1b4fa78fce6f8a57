package io.docent.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lays out the pages of a PDF: lines unwrapped, paragraphs that a page's end cuts put together again. */
final class PdfText {

    private static final Pattern ITEM = Pattern.compile("(?:[•●▪◦‣■□–*·-]|\\(?(?:\\d{1,3}|[a-zA-Z])[.)])\\s.*");

    /** A line that is shorter than this share of the widest did not end for want of room. */
    private static final double FULL = 0.7;

    private final TextBuilder text;
    private final PdfOutline outline;
    private final Hyphens hyphens;
    private String last = "";
    private boolean open;

    PdfText(TextBuilder text, List<PdfPage> pages, PdfOutline outline) {
        this.text = text;
        this.outline = outline;
        this.hyphens = new Hyphens(
                pages.stream().flatMap(page -> page.lines().stream()).toList());
    }

    void page(PdfPage page) {
        text.page(page.number());
        List<PdfOutline.Entry> entries = outline.on(page.number());
        for (List<String> paragraph : page.paragraphs()) {
            paragraph(paragraph, page.width(), entries);
        }
    }

    private void paragraph(List<String> lines, int width, List<PdfOutline.Entry> entries) {
        int i = 0;
        while (i < lines.size()) {
            PdfOutline.Match heading = PdfOutline.match(lines, i, entries);
            if (heading == null) {
                int end = i + 1;
                while (end < lines.size() && PdfOutline.match(lines, end, entries) == null) {
                    end++;
                }
                body(unwrapped(lines.subList(i, end), width), width);
                i = end;
            } else {
                text.heading(heading.level(), String.join(" ", lines.subList(i, i + heading.lines())));
                open = false;
                i += heading.lines();
            }
        }
    }

    private List<String> unwrapped(List<String> lines, int width) {
        List<String> joined = new ArrayList<>();
        String before = "";
        for (String line : lines) {
            if (!joined.isEmpty() && wrapped(before, line, width)) {
                joined.set(joined.size() - 1, hyphens.join(joined.getLast(), line));
            } else {
                joined.add(line);
            }
            before = line;
        }
        return joined;
    }

    private static boolean wrapped(String line, String next, int width) {
        boolean full = line.length() >= width * FULL || line.endsWith("-");
        return !ITEM.matcher(next).matches() && (full || Character.isLowerCase(next.codePointAt(0)));
    }

    private void body(List<String> lines, int width) {
        String block = String.join("\n", lines);
        if (open && goesOn(lines.getFirst())) {
            int dropped = hyphens.dropped(last, block);
            text.goOn(dropped, Hyphens.separator(last, block), block);
        } else {
            text.paragraph(block);
        }
        last = lines.getLast();
        open = last.length() >= width * FULL && ".!?:;\"”".indexOf(last.charAt(last.length() - 1)) < 0;
    }

    private static boolean goesOn(String line) {
        return Character.isLowerCase(line.codePointAt(0)) && !ITEM.matcher(line).matches();
    }
}
