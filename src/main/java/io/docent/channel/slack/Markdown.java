package io.docent.channel.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Markdown, which language models write, in Slack's dialect. A link shows its address, so that none says one thing and
 * leads to another.
 */
final class Markdown extends AbstractVisitor {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private static final Pattern STRUCK = Pattern.compile("~~(?=\\S)(.+?)(?<=\\S)~~");

    private final StringBuilder out = new StringBuilder();
    private int depth;

    private Markdown() {}

    /** Markdown as mrkdwn, escaped. */
    static String mrkdwn(String markdown) {
        Markdown visitor = new Markdown();
        PARSER.parse(markdown).accept(visitor);
        return visitor.out.toString().strip();
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        block(paragraph.getParent() instanceof ListItem ? "\n" : "\n\n");
    }

    @Override
    public void visit(Heading heading) {
        out.append('*');
        visitChildren(heading);
        out.append('*');
        block("\n\n");
    }

    @Override
    public void visit(Text text) {
        out.append(STRUCK.matcher(Mrkdwn.withoutFences(text.getLiteral())).replaceAll("~$1~"));
    }

    @Override
    public void visit(StrongEmphasis strong) {
        around("*", strong);
    }

    @Override
    public void visit(Emphasis emphasis) {
        around("_", emphasis);
    }

    private void around(String mark, Node node) {
        out.append(mark);
        visitChildren(node);
        out.append(mark);
    }

    @Override
    public void visit(Code code) {
        out.append('`')
                .append(Mrkdwn.line(code.getLiteral()).replace('`', '\''))
                .append('`');
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code(code.getLiteral());
    }

    private void code(String literal) {
        out.append("```\n")
                .append(Mrkdwn.withoutFences(literal.stripTrailing()))
                .append("\n```");
        block("\n\n");
    }

    @Override
    public void visit(BlockQuote quote) {
        int start = out.length();
        visitChildren(quote);
        String inside = out.substring(start).strip();
        out.setLength(start);
        out.append(Mrkdwn.quoted(inside));
        block("\n\n");
    }

    @Override
    public void visit(BulletList list) {
        items(list, false, 0);
    }

    @Override
    public void visit(OrderedList list) {
        Integer first = list.getMarkerStartNumber();
        items(list, true, first == null ? 1 : first);
    }

    private void items(Node list, boolean numbered, int first) {
        int number = first;
        depth++;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            out.append("    ".repeat(depth - 1)).append(numbered ? number++ + ". " : "• ");
            visitChildren(item);
        }
        depth--;
        if (depth == 0) {
            block("\n\n");
        }
    }

    @Override
    public void visit(Link link) {
        int start = out.length();
        visitChildren(link);
        address(out.substring(start), link.getDestination());
    }

    @Override
    public void visit(Image image) {
        int start = out.length();
        visitChildren(image);
        address(out.substring(start), image.getDestination());
    }

    private void address(String label, String destination) {
        String shown = Mrkdwn.line(destination);
        String bare = shown.replaceFirst("^mailto:", "");
        if (!label.strip().toLowerCase(Locale.ROOT).equals(bare.toLowerCase(Locale.ROOT))) {
            out.append(label.isBlank() ? "" : " ").append('(').append(shown).append(')');
        }
    }

    @Override
    public void visit(HtmlInline html) {
        out.append(Mrkdwn.withoutFences(html.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock html) {
        out.append(Mrkdwn.withoutFences(html.getLiteral()));
        block("\n\n");
    }

    @Override
    public void visit(SoftLineBreak line) {
        out.append('\n');
    }

    @Override
    public void visit(HardLineBreak line) {
        out.append('\n');
    }

    @Override
    public void visit(ThematicBreak line) {
        out.append("———");
        block("\n\n");
    }

    @Override
    public void visit(CustomBlock block) {
        visitChildren(block);
        if (block instanceof TableBlock) {
            block("\n\n");
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow) {
            List<String> cells = new ArrayList<>();
            for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
                int start = out.length();
                visitChildren(cell);
                cells.add(out.substring(start).strip());
                out.setLength(start);
            }
            out.append(String.join(" | ", cells)).append('\n');
        } else if (node instanceof TableCell) {
            throw new IllegalStateException("cells are read with their row");
        } else {
            visitChildren(node);
        }
    }

    private void block(String end) {
        String before = out.toString();
        out.setLength(before.stripTrailing().length());
        out.append(end);
    }
}
