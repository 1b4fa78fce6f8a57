package io.docent.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The content of an OpenDocument file as HTML. */
final class OpenDocumentHtml {

    /** Marks a part that is a page. */
    static final String PAGE = "data-page";

    private static final int MOST_REPEATED = 200;

    private static final Set<String> LEFT_OUT = Set.of(
            "office:annotation",
            "office:forms",
            "office:scripts",
            "text:tracked-changes",
            "svg:title",
            "svg:desc",
            "presentation:footer-decl",
            "presentation:date-time-decl",
            "text:sequence-decls",
            "table:calculation-settings",
            "table:covered-table-cell",
            "table:named-expressions",
            "draw:page-thumbnail",
            "text:note-citation");

    private final Element content;
    private final Set<String> numbered = new HashSet<>();
    private final Set<String> titles = new HashSet<>(Set.of("Title"));

    OpenDocumentHtml(Element styles, Element content) {
        this.content = content;
        for (Element source : List.of(styles, content)) {
            source.select("text|list-style:has(> text|list-level-style-number[text:level=1])")
                    .forEach(style -> numbered.add(style.attr("style:name")));
            source.select("style|style[style:parent-style-name=Title]")
                    .forEach(style -> titles.add(style.attr("style:name")));
        }
    }

    /** The whole text, or each sheet or slide. */
    List<Element> parts() {
        List<Element> parts = new ArrayList<>();
        for (Element sheet : content.select("office|spreadsheet > table|table")) {
            Element part = page(sheet);
            part.appendChild(new Element("h1").text(sheet.attr("table:name")));
            convert(sheet, part);
            parts.add(part);
        }
        for (Element slide : content.select("draw|page")) {
            Element part = page(slide);
            children(slide, part);
            parts.add(part);
        }
        for (Element text : content.select("office|text")) {
            Element part = new Element("div");
            children(text, part);
            parts.add(part);
        }
        return parts;
    }

    private static Element page(Element source) {
        return new Element("div").attr(PAGE, source.nodeName());
    }

    private void children(Element from, Element to) {
        for (Node child : from.childNodes()) {
            if (child instanceof TextNode run) {
                to.appendChild(new TextNode(run.getWholeText()));
            } else if (child instanceof Element element && !LEFT_OUT.contains(element.nodeName())) {
                convert(element, to);
            }
        }
    }

    private void convert(Element from, Element to) {
        switch (from.nodeName()) {
            case "text:h" -> into("h" + Math.clamp(number(from, "text:outline-level", 1), 1, 6), from, to);
            case "text:p" -> into(titles.contains(from.attr("text:style-name")) ? "h1" : "p", from, to);
            case "text:list" -> into(numbered.contains(from.attr("text:style-name")) ? "ol" : "ul", from, to);
            case "text:list-item", "text:list-header" -> into("li", from, to);
            case "text:s" -> to.appendChild(new TextNode(" ".repeat(Math.min(100, number(from, "text:c", 1)))));
            case "text:tab" -> to.appendChild(new TextNode("\t"));
            case "text:line-break" -> to.appendElement("br");
            case "text:note" -> note(from, to);
            case "table:table" -> into("table", from, to);
            case "table:table-header-rows" -> into("thead", from, to);
            case "table:table-row" -> row(from, to);
            case "table:table-cell" -> cell(from, to);
            case "presentation:notes" -> notes(from, to);
            case "draw:frame" -> frame(from, to);
            default -> children(from, to);
        }
    }

    private void into(String name, Element from, Element to) {
        children(from, to.appendElement(name));
    }

    private void note(Element from, Element to) {
        Element body = from.selectFirst("text|note-body");
        to.appendChild(new TextNode(body == null ? "" : " [" + body.text() + "]"));
    }

    private void frame(Element from, Element to) {
        boolean title = from.attr("presentation:class").equals("title");
        if (title) {
            to.prependElement("h1").text(from.text());
        } else {
            into("div", from, to);
        }
    }

    private static void notes(Element from, Element to) {
        String notes = from.select("draw|frame[presentation:class=notes]").text();
        to.appendElement("p").text(notes.isBlank() ? "" : "Notes: " + notes);
    }

    /** Rows repeated for their looks are empty. */
    private void row(Element from, Element to) {
        int times = from.hasText() ? repeated(from, "table:number-rows-repeated") : 1;
        for (int i = 0; i < times; i++) {
            into("tr", from, to);
        }
    }

    private void cell(Element from, Element to) {
        int times = from.hasText() || from.nextElementSibling() != null
                ? repeated(from, "table:number-columns-repeated")
                : 1;
        for (int i = 0; i < times; i++) {
            Element cell = to.appendElement("td");
            cell.attr("colspan", String.valueOf(number(from, "table:number-columns-spanned", 1)));
            cell.attr("rowspan", String.valueOf(number(from, "table:number-rows-spanned", 1)));
            children(from, cell);
        }
    }

    private static int repeated(Element element, String attribute) {
        return Math.min(MOST_REPEATED, number(element, attribute, 1));
    }

    private static int number(Element element, String attribute, int otherwise) {
        String value = element.attr(attribute);
        return value.matches("\\d{1,7}") ? Integer.parseInt(value) : otherwise;
    }
}
