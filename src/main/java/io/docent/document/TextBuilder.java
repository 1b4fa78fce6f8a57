package io.docent.document;

import io.docent.document.Content.TitleSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays out a stored text: blocks parted by one blank line, list items one line each, headings on lines of their own.
 * It alone knows offsets. For one thread.
 */
final class TextBuilder {

    private final int limit;
    private final StringBuilder text = new StringBuilder();
    private final List<Heading> headings = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private final Deque<Boolean> items = new ArrayDeque<>();

    private int newlines;
    private String marker = "";
    private int openPage;

    /** @param limit of characters; a {@link TooLongException} tells that it was passed */
    TextBuilder(int limit) {
        this.limit = limit;
    }

    /** A block of its own; white space around it is dropped, newlines inside it stay. */
    void paragraph(String block) {
        block(StoredText.clean(block).strip(), 2);
    }

    /**
     * Goes on with the last block on the same line; where a page was announced, it starts here.
     *
     * @param dropped how many characters of its end go
     */
    void goOn(int dropped, String separator, String rest) {
        String clean = StoredText.clean(rest).strip();
        if (text.isEmpty() || clean.isEmpty()) {
            paragraph(clean);
            return;
        }
        text.setLength(text.length() - dropped);
        text.append(separator);
        startPage();
        text.append(clean);
        checkLength();
    }

    /** A line that follows the one before without a blank line between them. */
    void line(String line) {
        block(StoredText.clean(line).strip(), 1);
    }

    /** A block kept as it is, but for blank lines around it. */
    void verbatim(String block) {
        String clean = StoredText.clean(block);
        int start = 0;
        int end = clean.length();
        for (int i = 0; i < end && Character.isWhitespace(clean.charAt(i)); i++) {
            start = clean.charAt(i) == '\n' ? i + 1 : start;
        }
        while (end > start && Character.isWhitespace(clean.charAt(end - 1))) {
            end--;
        }
        block(clean.substring(start, end), 2);
    }

    /** A heading; a blank one is left out. */
    void heading(int level, String title) {
        String line = oneLine(title);
        if (line.isEmpty()) {
            return;
        }
        int start = block(line, 2);
        headings.add(new Heading(Math.clamp(level, 1, 6), line, start));
        gap(2);
    }

    /** Another document's text with its headings one level further in; its pages are lost. */
    void embed(Content content) {
        String whole = content.text();
        int lead = whole.length() - whole.stripLeading().length();
        int start = block(whole.strip(), 2) - lead;
        for (Heading heading : content.headings()) {
            headings.add(new Heading(Math.min(6, heading.level() + 1), heading.title(), start + heading.start()));
        }
    }

    /** What follows stands on this page. */
    void page(int number) {
        gap(2);
        openPage = number;
    }

    void startList() {
        gap(items.isEmpty() ? 2 : 1);
    }

    void endList() {
        gap(items.isEmpty() ? 2 : 1);
    }

    /** @param bullet for example {@code -} or {@code 2.} */
    void startItem(String bullet) {
        gap(1);
        marker = "  ".repeat(Math.min(items.size(), 10)) + bullet + " ";
        items.push(true);
    }

    /** A whole item of a list that is not told where it starts and ends. */
    void item(int depth, String line) {
        gap(1);
        marker = "  ".repeat(Math.clamp(depth, 0, 10)) + "- ";
        block(StoredText.clean(line).strip(), 1);
        marker = "";
    }

    void endItem() {
        marker = "";
        items.pop();
        gap(1);
    }

    /** The next block starts at least so many newlines behind the last one. */
    void gap(int wanted) {
        newlines = Math.max(newlines, wanted);
    }

    Content build(@Nullable String ownTitle, TitleSource otherwise) {
        return new Content(text.toString(), headings, pages, ownTitle, otherwise);
    }

    /** @return where it starts, behind the marker of a list item */
    private int block(String clean, int apart) {
        if (clean.isEmpty()) {
            return text.length();
        }
        boolean first = !marker.isEmpty();
        gap(first ? 1 : apart);
        if (!text.isEmpty()) {
            text.repeat('\n', newlines);
        }
        newlines = 0;
        startPage();
        text.append(marker);
        marker = "";
        int start = text.length();
        text.append(clean);
        gap(first ? 1 : apart);
        checkLength();
        return start;
    }

    private void startPage() {
        if (openPage > 0) {
            pages.add(new Page(openPage, text.length()));
            openPage = 0;
        }
    }

    private void checkLength() {
        if (text.length() > limit) {
            throw new TooLongException(limit);
        }
    }

    /** White space of any kind becomes one space. */
    static String oneLine(String text) {
        return StoredText.clean(text).replaceAll("[\\s\\u00A0]+", " ").strip();
    }
}
