package io.docent.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Puts the runs of an RTF file together to paragraphs, headings and tables. */
final class RtfBody {

    private final Element body = new Element("body");
    private final Map<Integer, Integer> headingStyles = new HashMap<>();
    private final StringBuilder title = new StringBuilder();

    private @Nullable Element paragraph;
    private @Nullable Element table;
    private @Nullable Element row;
    private @Nullable Element cell;
    private boolean inTable;
    private int level;
    private int characters;

    private final int maxCharacters;

    /** @param maxCharacters that come together; more would fill the memory before anybody counts the stored text */
    RtfBody(int maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    Element html() {
        return body;
    }

    String title() {
        return title.toString();
    }

    void addToTitle(String text) {
        title.append(text);
    }

    /** Tells what a style of the style sheet is called. */
    void style(int number, String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (lower.matches("heading [1-6]")) {
            headingStyles.put(number, lower.charAt(8) - '0');
        } else if (lower.equals("title")) {
            headingStyles.put(number, 1);
        }
    }

    void text(String text) {
        count(text.length());
        paragraph().appendText(text);
    }

    void breakLine() {
        count(1);
        paragraph().appendElement("br");
    }

    private void count(int more) {
        characters += more;
        if (characters > maxCharacters) {
            throw new TooLongException(maxCharacters);
        }
    }

    /** What {@code \pard} does. */
    void resetParagraph() {
        inTable = false;
        level = 0;
    }

    void inTable() {
        inTable = true;
    }

    void style(int number) {
        level = headingStyles.getOrDefault(number, 0);
    }

    void outline(int depth) {
        level = depth < 6 ? depth + 1 : level;
    }

    void endParagraph() {
        if (paragraph != null && level > 0 && !inTable) {
            paragraph.tagName("h" + level);
        }
        paragraph = null;
    }

    void endCell() {
        endParagraph();
        cell();
        cell = null;
    }

    void endRow() {
        endParagraph();
        cell = null;
        row = null;
        paragraph = null;
    }

    private Element paragraph() {
        if (paragraph == null) {
            paragraph = (inTable ? cell() : outside()).appendElement("p");
        }
        return paragraph;
    }

    private Element outside() {
        table = null;
        row = null;
        cell = null;
        return body;
    }

    private Element cell() {
        if (cell == null) {
            cell = row().appendElement("td");
        }
        return cell;
    }

    private Element row() {
        if (table == null) {
            table = body.appendElement("table");
        }
        if (row == null) {
            row = table.appendElement("tr");
        }
        return row;
    }
}
