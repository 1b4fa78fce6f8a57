package io.docent.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * A page of a PDF.
 *
 * @param number from 1
 * @param paragraphs each of one or more lines, as they were set
 */
record PdfPage(int number, List<List<String>> paragraphs) {

    /** Fewer pages do not tell what runs along and what is said again. */
    private static final int FEWEST = 3;

    private static final Pattern BLANK_LINES = Pattern.compile("\\R\\s*\\R");

    /** How many lines at the top and at the bottom of a page may run along. */
    private static final int EDGE = 2;

    static List<PdfPage> of(Element body) {
        return withoutRunningLines(whole(body));
    }

    /** With what runs along at their edges. */
    static List<PdfPage> whole(Element body) {
        List<PdfPage> pages = new ArrayList<>();
        for (Element page : body.select("div.page")) {
            List<List<String>> paragraphs = new ArrayList<>();
            page.select("p").forEach(paragraph -> add(paragraph.wholeText(), paragraphs));
            // What Tesseract reads comes in one piece, with blank lines between paragraphs.
            page.select("div.ocr")
                    .forEach(
                            scan -> BLANK_LINES.splitAsStream(scan.wholeText()).forEach(text -> add(text, paragraphs)));
            pages.add(new PdfPage(pages.size() + 1, paragraphs));
        }
        return pages;
    }

    private static void add(String paragraph, List<List<String>> paragraphs) {
        List<String> lines = paragraph
                .lines()
                .map(line -> TextBuilder.oneLine(withBullets(line)))
                .filter(line -> !line.isEmpty())
                .toList();
        if (!lines.isEmpty()) {
            paragraphs.add(lines);
        }
    }

    /** The signs of Symbol and Wingdings that Word sets before list items have no meaning in any other font. */
    private static String withBullets(String line) {
        return line.replace('\uF0B7', '•')
                .replace('\uF0A7', '▪')
                .replace('\uF0D8', '‣')
                .replace('\uF076', '◦')
                .replace('\uF0FC', '✓');
    }

    List<String> lines() {
        return paragraphs.stream().flatMap(List::stream).toList();
    }

    /** The number of characters of its longest line. */
    int width() {
        return lines().stream().mapToInt(String::length).max().orElse(0);
    }

    private static List<PdfPage> withoutRunningLines(List<PdfPage> pages) {
        if (pages.size() < FEWEST) {
            return pages;
        }
        Set<String> top = running(pages, PdfPage::top);
        Set<String> bottom = running(pages, PdfPage::bottom);
        PageNumbers numbers = PageNumbers.of(pages);
        return pages.stream().map(page -> page.without(top, bottom, numbers)).toList();
    }

    /** Lines that stand at this edge of most pages, or of every other one. */
    private static Set<String> running(List<PdfPage> pages, Function<PdfPage, List<String>> edge) {
        Map<String, Integer> counts = new HashMap<>();
        for (PdfPage page : pages) {
            Set<String> keys = edge.apply(page).stream().map(PdfPage::key).collect(Collectors.toSet());
            keys.forEach(key -> counts.merge(key, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .filter(line -> line.getValue() >= FEWEST - 1 && line.getValue() * 2 >= pages.size() - 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    List<String> top() {
        List<String> lines = lines();
        return lines.subList(0, Math.min(EDGE, lines.size()));
    }

    List<String> bottom() {
        List<String> lines = lines();
        return lines.subList(Math.max(0, lines.size() - EDGE), lines.size());
    }

    /** The same for every page number. */
    private static String key(String line) {
        return line.replaceAll("\\d+", "#").toLowerCase(Locale.ROOT);
    }

    private PdfPage without(Set<String> top, Set<String> bottom, PageNumbers numbers) {
        int count = lines().size();
        List<List<String>> kept = new ArrayList<>();
        int i = 0;
        for (List<String> paragraph : paragraphs) {
            List<String> lines = new ArrayList<>();
            for (String line : paragraph) {
                boolean first = i < EDGE;
                boolean last = i >= count - EDGE;
                boolean running = (first && top.contains(key(line)))
                        || (last && bottom.contains(key(line)))
                        || ((first || last) && numbers.isOn(number, line));
                if (!running) {
                    lines.add(line);
                }
                i++;
            }
            if (!lines.isEmpty()) {
                kept.add(lines);
            }
        }
        return new PdfPage(number, kept);
    }
}
