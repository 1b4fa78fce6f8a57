package io.docent.document;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.front.matter.YamlFrontMatterBlock;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** Lays out parsed Markdown. */
final class MarkdownText {

    private final TextBuilder text;

    MarkdownText(TextBuilder text) {
        this.text = text;
    }

    void blocks(Node parent) {
        Node node = parent.getFirstChild();
        while (node != null) {
            node = node instanceof HtmlBlock html ? htmlBlocks(html) : block(node);
        }
    }

    private @Nullable Node block(Node node) {
        switch (node) {
            case org.commonmark.node.Heading heading ->
                text.heading(heading.getLevel(), MarkdownInline.oneLine(heading));
            case Paragraph paragraph -> paragraph(paragraph);
            case FencedCodeBlock code -> text.verbatim(code.getLiteral());
            case IndentedCodeBlock code -> text.verbatim(code.getLiteral());
            case BulletList list -> list(list, 0);
            case OrderedList list -> list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
            case TableBlock table -> table(table);
            case ThematicBreak line -> text.gap(2);
            case LinkReferenceDefinition definition -> text.gap(0);
            case YamlFrontMatterBlock frontMatter -> text.gap(0);
            default -> blocks(node);
        }
        return node.getNext();
    }

    private void paragraph(Paragraph paragraph) {
        boolean item = paragraph.getParent() instanceof ListItem;
        text.paragraph(item ? MarkdownInline.unwrapped(paragraph) : MarkdownInline.lines(paragraph));
    }

    /** A blank line ends a block of HTML, but not what it opened: blocks that follow each other are read as one. */
    private @Nullable Node htmlBlocks(HtmlBlock first) {
        StringBuilder html = new StringBuilder();
        Node node = first;
        while (node instanceof HtmlBlock block) {
            html.append(block.getLiteral()).append('\n');
            node = node.getNext();
        }
        HtmlText.fragment(HtmlTags.unknownEscaped(html.toString()), text);
        return node;
    }

    /** @param first number, 0 for bullets */
    private void list(Node list, int first) {
        text.startList();
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            text.startItem(list instanceof OrderedList ? number + "." : "-");
            blocks(item);
            text.endItem();
            number++;
        }
        text.endList();
    }

    private void table(TableBlock table) {
        List<String> header = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                if (part instanceof TableHead) {
                    header.addAll(cells(row));
                } else if (part instanceof TableBody) {
                    rows.add(cells(row));
                }
            }
        }
        if (rows.isEmpty()) {
            TableText.write(text, List.of(), List.of(header));
        } else {
            TableText.write(text, header, rows);
        }
    }

    private static List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
            cells.add(MarkdownInline.oneLine(cell));
        }
        return cells;
    }
}
