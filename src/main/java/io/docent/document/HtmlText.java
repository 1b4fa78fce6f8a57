package io.docent.document;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Lays out HTML as a browser would: blocks, lists, tables and headings, without what is not shown. For one thread. */
final class HtmlText {

    private static final Set<String> NOT_SHOWN = Set.of(
            "annotation",
            "annotation-xml",
            "applet",
            "audio",
            "button",
            "canvas",
            "datalist",
            "embed",
            "frameset",
            "head",
            "iframe",
            "input",
            "noembed",
            "noframes",
            "noscript",
            "object",
            "script",
            "select",
            "style",
            "svg",
            "template",
            "textarea",
            "title",
            "video");

    /** Of a list item that brings its own number. */
    static final String BULLET = "data-bullet";

    private static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dir");

    /** Shown as boxes of their own on the line. */
    private static final Set<String> BOXES = Set.of("label", "img", "meter", "progress", "output");

    private static final Set<String> PERMALINKS = Set.of("¶", "#", "§", "🔗", "\uF0C1");

    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    private static final Pattern BOX_STYLE = Pattern.compile("display:(?:inline-|table-cell|flex|grid).*");
    private static final Pattern BLOCK_STYLE = Pattern.compile("display:(?:block|list-item|table).*");
    private static final Pattern PICTURE_NAME =
            Pattern.compile("(?i)\\S*\\.(?:png|jpe?g|gif|svg|bmp|[ew]mf|tiff?|webp|pict?|wdp)|\\s*");

    private final TextBuilder text;
    private final boolean office;
    private final InlineText inline = new InlineText();

    private HtmlText(TextBuilder text, boolean office) {
        this.text = text;
        this.office = office;
    }

    /** Of a page as somebody wrote it. */
    static void write(Element root, TextBuilder text) {
        new HtmlText(text, false).block(root);
    }

    /** Of what Tika made of an office document, where every table is one. */
    static void writeOffice(Element root, TextBuilder text) {
        new HtmlText(text, true).block(root);
    }

    static void fragment(String html, TextBuilder text) {
        write(Jsoup.parseBodyFragment(html).body(), text);
    }

    /** What stands in an element, on one line. */
    static String oneLine(Element element) {
        HtmlText line = new HtmlText(new TextBuilder(Integer.MAX_VALUE), false);
        line.inlineOf(element);
        return TextBuilder.oneLine(line.inline.take());
    }

    /** Of an image's tag. */
    static String altText(String tag) {
        return Jsoup.parseBodyFragment(tag).select("img").attr("alt");
    }

    private void children(Element parent) {
        for (Node child : parent.childNodes()) {
            node(child);
        }
    }

    private void node(Node node) {
        if (node instanceof TextNode run) {
            inline.append(run.getWholeText());
        } else if (node instanceof Element element && isShown(element)) {
            element(element);
        }
    }

    /** Marks at headings that are there to be linked to are no part of them. */
    private static boolean isShown(Element element) {
        return !NOT_SHOWN.contains(element.normalName())
                && !(element.nameIs("a") && PERMALINKS.contains(element.text()));
    }

    private void element(Element element) {
        String name = element.normalName();
        if (LISTS.contains(name)) {
            list(element);
        } else if (HEADING.matcher(name).matches()) {
            flush();
            text.heading(name.charAt(1) - '0', oneLine(element));
        } else {
            switch (name) {
                case "br" -> inline.newLine();
                case "img" -> image(element);
                case "pre" -> verbatim(element);
                case "table" -> table(element);
                case "dl" -> definitions(element);
                case "li" -> item(element, "-");
                case "q" -> quote(element);
                default -> other(element, name);
            }
        }
    }

    private void other(Element element, String name) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        int display = style.indexOf("display:");
        String shown = display < 0 ? "" : style.substring(display);
        if (HtmlTags.isBlock(name) || BLOCK_STYLE.matcher(shown).matches()) {
            block(element);
        } else if (BOXES.contains(name)
                || BOX_STYLE.matcher(shown).matches()
                || (name.equals("a") && element.previousSibling() instanceof Element before && before.nameIs("a"))) {
            inline.space();
            children(element);
            inline.space();
        } else {
            children(element);
        }
    }

    private void block(Element element) {
        flush();
        children(element);
        flush();
    }

    private void flush() {
        text.paragraph(inline.take());
    }

    private void image(Element image) {
        String alt = image.attr("alt");
        if (!PICTURE_NAME.matcher(alt).matches()) {
            inline.space();
            inline.append(alt);
            inline.space();
        }
    }

    private void quote(Element element) {
        inline.append("“");
        children(element);
        inline.append("”");
    }

    private void verbatim(Element pre) {
        flush();
        pre.select("br").forEach(br -> br.replaceWith(new TextNode("\n")));
        pre.select("code + code, div, p, li, tr").forEach(HtmlText::onItsOwnLine);
        text.verbatim(pre.wholeText());
    }

    private static void onItsOwnLine(Element line) {
        Node before = line.previousSibling();
        String text = before instanceof TextNode run
                ? run.getWholeText()
                : before instanceof Element e ? e.wholeText() : "\n";
        if (!text.endsWith("\n")) {
            line.before(new TextNode("\n"));
        }
    }

    private void list(Element list) {
        flush();
        text.startList();
        boolean numbered = list.nameIs("ol");
        int number = number(list.attr("start"), 1);
        for (Node child : list.childNodes()) {
            if (child instanceof Element item && item.nameIs("li")) {
                number = number(item.attr("value"), number);
                item(item, item.hasAttr(BULLET) ? item.attr(BULLET) : numbered ? number + "." : "-");
                number++;
            } else {
                node(child);
            }
        }
        flush();
        text.endList();
    }

    private static int number(String attribute, int otherwise) {
        return attribute.matches("\\d{1,6}") ? Integer.parseInt(attribute) : otherwise;
    }

    private void item(Element item, String bullet) {
        flush();
        text.startItem(bullet);
        children(item);
        flush();
        text.endItem();
    }

    /** Each term with its definition on a line. */
    private void definitions(Element list) {
        flush();
        text.gap(2);
        String term = "";
        for (Element part : list.select("> dt, > dd, > div > dt, > div > dd")) {
            if (part.nameIs("dt")) {
                term = term.isEmpty() ? oneLine(part) : term + ", " + oneLine(part);
            } else {
                definition(term, part);
                term = "";
            }
        }
        text.line(term);
        text.gap(2);
    }

    private void definition(String term, Element definition) {
        boolean blocks = !definition.select("ul, ol, pre, table, p + p, dl").isEmpty();
        String label = term.isEmpty() || term.endsWith(":") ? term : term + ":";
        if (blocks) {
            text.line(label);
            text.gap(1);
            children(definition);
            flush();
            text.gap(2);
        } else {
            text.line(label + " " + oneLine(definition));
        }
    }

    private void table(Element element) {
        flush();
        HtmlTable table = HtmlTable.of(element);
        if (table.isLayout(office)) {
            block(element);
        } else {
            table.write(text);
        }
    }

    private void inlineOf(Element element) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode run) {
                inline.append(run.getWholeText());
            } else if (child instanceof Element inner && isShown(inner)) {
                boolean apart = HtmlTags.isBlock(inner.normalName()) || BOXES.contains(inner.normalName());
                inlineOf(inner, apart);
            }
        }
    }

    private void inlineOf(Element element, boolean apart) {
        if (apart) {
            inline.space();
        }
        if (element.nameIs("img")) {
            image(element);
        } else {
            inlineOf(element);
        }
        if (apart) {
            inline.space();
        }
    }
}
