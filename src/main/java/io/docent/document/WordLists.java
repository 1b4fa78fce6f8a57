package io.docent.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Makes lists of paragraphs that begin with a bullet or a number, which is all that is left of Word's lists. */
final class WordLists {

    private static final Pattern BULLET =
            Pattern.compile("\\s*([·•◦▪‣●○■□§➢✓–\\uF000-\\uF0FF]|o(?=[\\t ]))[\\t \\u00A0]+");
    private static final Pattern NUMBER = Pattern.compile("\\s*((?:\\d{1,3}|[a-z]|[ivx]{1,5})[.)])[\\t \\u00A0]+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern FOOTNOTE = Pattern.compile("\\[(?:foot|end)noteRef:\\d+]\\s*");

    private WordLists() {}

    static void mark(Element body) {
        for (Element paragraph : body.select("p")) {
            paragraph.textNodes().forEach(WordLists::withoutReference);
        }
        for (Element paragraph : body.select("p")) {
            Element before = paragraph.previousElementSibling();
            boolean first = paragraph.parent() != null && (before == null || !before.nameIs("ul"));
            if (first && marker(paragraph) != null) {
                gather(paragraph);
            }
        }
    }

    private static void withoutReference(TextNode run) {
        run.text(FOOTNOTE.matcher(run.getWholeText()).replaceAll(""));
    }

    /** Puts a paragraph and those of its kind behind it into one list; another kind of marker is a list inside it. */
    private static void gather(Element first) {
        List<Element> paragraphs = new ArrayList<>();
        for (Element next = first; next != null && next.nameIs("p") && marker(next) != null; ) {
            paragraphs.add(next);
            next = next.nextElementSibling();
        }
        Element list = new Element("ul");
        first.before(list);
        List<Level> levels = new ArrayList<>();
        for (Element paragraph : paragraphs) {
            add(paragraph, list, levels);
        }
    }

    private static void add(Element paragraph, Element outermost, List<Level> levels) {
        String marker = marker(paragraph);
        String kind = marker == null ? "" : marker.replaceAll("\\d+", "1").replaceAll("[a-z]+(?=[.)])", "a");
        int depth = 0;
        while (depth < levels.size() && !levels.get(depth).kind.equals(kind)) {
            depth++;
        }
        if (depth == levels.size()) {
            levels.add(new Level(kind, listInside(outermost, levels)));
        }
        while (levels.size() > depth + 1) {
            levels.removeLast();
        }
        Element item = new Element("li");
        if (marker != null && Character.isLetterOrDigit(marker.charAt(0)) && !marker.equals("o")) {
            item.attr(HtmlText.BULLET, levels.getLast().counted(marker));
        }
        unmark(paragraph);
        levels.getLast().list.appendChild(item);
        item.appendChild(paragraph);
    }

    private static Element listInside(Element outermost, List<Level> levels) {
        if (levels.isEmpty()) {
            return outermost;
        }
        Element nested = new Element("ul");
        Element above = levels.getLast().list.lastElementChild();
        (above == null ? levels.getLast().list : above).appendChild(nested);
        return nested;
    }

    private static @Nullable String marker(Element paragraph) {
        Matcher marker = matcher(paragraph);
        return marker == null ? null : marker.group(1);
    }

    /** Null where a paragraph begins with text. */
    private static @Nullable Matcher matcher(Element paragraph) {
        String text = paragraph.wholeText();
        Matcher bullet = BULLET.matcher(text);
        Matcher number = NUMBER.matcher(text);
        return bullet.lookingAt() ? bullet : number.lookingAt() ? number : null;
    }

    private static void unmark(Element paragraph) {
        Matcher marker = matcher(paragraph);
        int rest = marker == null ? 0 : marker.end();
        List<TextNode> runs = paragraph.nodeStream(TextNode.class).toList();
        for (TextNode run : runs) {
            String text = run.getWholeText();
            run.text(text.substring(Math.min(rest, text.length())));
            rest -= Math.min(rest, text.length());
        }
    }

    /** The items of one list, which are numbered on where a list that starts at a set number is read as 1, 1, 1. */
    private static final class Level {

        private final String kind;
        private final Element list;
        private int last;
        private int behind;

        Level(String kind, Element list) {
            this.kind = kind;
            this.list = list;
        }

        String counted(String marker) {
            Matcher number = DIGITS.matcher(marker);
            if (!number.find()) {
                return marker;
            }
            int read = Integer.parseInt(number.group());
            behind = read == last ? behind + 1 : read < last ? 0 : behind;
            last = read;
            return number.replaceFirst(String.valueOf(read + behind));
        }
    }
}
