package io.docent.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.jspecify.annotations.Nullable;

/** The bookmarks of a PDF, by the page they lead to. */
final class PdfOutline {

    private static final int MOST = 5000;
    private static final int DEEPEST = 6;

    private final Map<Integer, List<Entry>> entries = new HashMap<>();
    private int count;

    private PdfOutline() {}

    /** A bookmark. */
    record Entry(int level, String title) {}

    /** A heading found in the text, and over how many lines it goes. */
    record Match(int level, int lines) {}

    static PdfOutline of(byte[] pdf) {
        PdfOutline outline = new PdfOutline();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDOutlineNode root = document.getDocumentCatalog().getDocumentOutline();
            if (root != null) {
                outline.add(document, root, 1);
            }
        } catch (IOException | RuntimeException e) {
            // The text could be read: bookmarks that cannot are no reason to refuse it.
            return outline;
        }
        return outline;
    }

    private void add(PDDocument document, PDOutlineNode parent, int level) throws IOException {
        for (PDOutlineItem item : parent.children()) {
            if (++count > MOST) {
                return;
            }
            PDPage page = item.findDestinationPage(document);
            String title = item.getTitle();
            if (page != null && title != null && !key(title).isEmpty()) {
                int number = document.getPages().indexOf(page) + 1;
                entries.computeIfAbsent(number, n -> new ArrayList<>()).add(new Entry(level, key(title)));
            }
            if (level < DEEPEST) {
                add(document, item, level + 1);
            }
        }
    }

    /** Those that lead to a page. */
    List<Entry> on(int page) {
        return new ArrayList<>(entries.getOrDefault(page, List.of()));
    }

    /** The bookmark that a line, or it and the next, is the title of. */
    static @Nullable Match match(List<String> lines, int i, List<Entry> entries) {
        for (Entry entry : entries) {
            String line = key(lines.get(i));
            if (matches(line, entry.title)) {
                return new Match(entry.level, 1);
            }
            if (i + 1 < lines.size() && matches(line + key(lines.get(i + 1)), entry.title)) {
                return new Match(entry.level, 2);
            }
        }
        return null;
    }

    /** With or without its number. */
    private static boolean matches(String line, String title) {
        return line.equals(title)
                || line.replaceFirst("^(?:chapter|section|appendix)?\\d+", "").equals(title)
                || title.replaceFirst("^(?:chapter|section|appendix)?\\d+", "").equals(line);
    }

    private static String key(String title) {
        return title.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    }
}
