package io.docent.document;

import java.io.IOException;
import java.util.List;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** What the formats of Microsoft's office programs have in common. */
final class Office {

    /** All of them, so that nobody has to rename a file that its program opens anyway. */
    static final String SPOKEN_NAME = "an office document";

    private Office() {}

    static TikaXhtml parse(Input input) throws IOException, UnreadableDocumentException {
        OfficeParserConfig config = new OfficeParserConfig();
        config.setIncludeHeadersAndFooters(false);
        config.setExtractMacros(false);
        config.setIncludeDeletedContent(false);
        config.setIncludeMoveFromContent(false);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        boolean container = input.bytes()[0] == 'P';
        if (container) {
            // Tika reads what is left of a broken one: half a document would pass for a whole one.
            ZipParts.check(input.bytes());
        }
        TikaXhtml xhtml = TikaXhtml.parse(container ? new OOXMLParser() : new OfficeParser(), input, context);
        breakLines(xhtml.body());
        return xhtml;
    }

    /** Tika writes a line break inside a paragraph as a newline. */
    private static void breakLines(Element body) {
        for (Element paragraph : body.select("p, h1, h2, h3, h4, h5, h6")) {
            List<TextNode> runs = paragraph
                    .nodeStream(TextNode.class)
                    .filter(run -> run.getWholeText().contains("\n"))
                    .toList();
            runs.forEach(Office::breakLines);
        }
    }

    private static void breakLines(TextNode run) {
        String[] lines = run.getWholeText().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.before(new Element("br"));
            }
            run.before(new TextNode(lines[i]));
        }
        run.remove();
    }
}
