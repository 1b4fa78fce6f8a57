package io.docent.document;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** What of a line of Markdown is text: no emphasis, no addresses of links, no tags. */
final class MarkdownInline extends AbstractVisitor {

    /** Bold that the rules do not count as such, though its author did: at punctuation, and in Chinese. */
    private static final Pattern STRAY =
            Pattern.compile("(?<![\\w*\"'(/])\\*\\*([^*\\n]*[^*\\s][^*\\n]*)\\*\\*(?![*\"'])");

    private final StringBuilder text = new StringBuilder();
    private final char softBreak;
    private final char hardBreak;

    private MarkdownInline(char softBreak, char hardBreak) {
        this.softBreak = softBreak;
        this.hardBreak = hardBreak;
    }

    /** Keeps its lines. */
    static String lines(Node parent) {
        return text(parent, new MarkdownInline('\n', '\n'));
    }

    /** On one line but for the breaks that its author forced. */
    static String unwrapped(Node parent) {
        return text(parent, new MarkdownInline(' ', '\n'));
    }

    static String oneLine(Node parent) {
        return text(parent, new MarkdownInline(' ', ' '));
    }

    private static String text(Node parent, MarkdownInline inline) {
        inline.visitChildren(parent);
        return inline.text.toString();
    }

    @Override
    public void visit(Text node) {
        text.append(STRAY.matcher(node.getLiteral()).replaceAll("$1"));
    }

    /** A text that stands for a picture says something, or nothing stands for it. */
    @Override
    public void visit(Image node) {
        String alt = oneLine(node);
        text.append(alt.codePoints().anyMatch(Character::isLetterOrDigit) ? alt : "");
    }

    @Override
    public void visit(Code node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
        text.append(softBreak);
    }

    @Override
    public void visit(HardLineBreak node) {
        text.append(hardBreak);
    }

    @Override
    public void visit(HtmlInline node) {
        String tag = HtmlTags.name(node.getLiteral());
        if (!HtmlTags.isKnown(tag)) {
            text.append(node.getLiteral());
        } else if (tag.equals("img")) {
            text.append(HtmlText.altText(node.getLiteral()));
        } else if (HtmlTags.isBlock(tag)) {
            boolean item = tag.equals("li") && !node.getLiteral().startsWith("</");
            newLine();
            text.append(item && hardBreak == '\n' ? "- " : "");
        }
    }

    private void newLine() {
        boolean fresh = text.isEmpty() || text.charAt(text.length() - 1) == hardBreak;
        text.append(fresh ? "" : hardBreak);
    }
}
