package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OpenDocumentFormatTest {

    private static final String START = "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"a\""
            + " xmlns:draw=\"d\" xmlns:style=\"s\" xmlns:presentation=\"p\">";

    @Test
    void readsText() throws IOException, UnreadableDocumentException {
        byte[] odt = file(
                        "text",
                        "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\"/></text:list-style>"
                                + "<office:body><office:text><text:h text:outline-level=\"2\">Chapter</text:h>"
                                + "<text:p>First<text:s text:c=\"2\"/>para<text:line-break/>bro<text:span>ken</text:span>"
                                + "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>why"
                                + "</text:p></text:note-body></text:note></text:p>"
                                + "<text:list text:style-name=\"L1\"><text:list-item><text:p>one</text:p><text:list>"
                                + "<text:list-item><text:p>deep</text:p></text:list-item></text:list></text:list-item>"
                                + "<text:list-item><text:p>two</text:p></text:list-item></text:list>"
                                + "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Key"
                                + "</text:p></table:table-cell><table:table-cell><text:p>Value</text:p>"
                                + "</table:table-cell></table:table-row></table:table-header-rows><table:table-row>"
                                + "<table:table-cell table:number-columns-repeated=\"2\"><text:p>1</text:p>"
                                + "</table:table-cell></table:table-row></table:table></office:text></office:body>")
                .bytes();

        Document document = Reading.read("a.odt", odt);

        assertThat(document.text())
                .isEqualTo("Chapter\n\nFirst para\nbroken [why]\n\n1. one\n  - deep\n2. two\n\nKey: 1 | Value: 1");
        assertThat(Reading.headings(document)).containsExactly("2 Chapter");
        assertThat(document.title()).isEqualTo("The Title");
    }

    @Test
    void readsSheetsAndSlidesAsPages() throws IOException, UnreadableDocumentException {
        byte[] ods = file(
                        "spreadsheet",
                        "<office:body><office:spreadsheet><table:table table:name=\"Trees\"><table:table-row>"
                                + "<table:table-cell><text:p>Oak</text:p></table:table-cell><table:table-cell><text:p>7"
                                + "</text:p></table:table-cell></table:table-row><table:table-row"
                                + " table:number-rows-repeated=\"1048574\"><table:table-cell"
                                + " table:number-columns-repeated=\"1024\"/></table:table-row></table:table>"
                                + "</office:spreadsheet></office:body>")
                .bytes();
        byte[] odp = file(
                        "presentation",
                        "<office:body><office:presentation><draw:page><draw:frame presentation:class=\"title\"><draw:text-box>"
                                + "<text:p>Hello</text:p></draw:text-box></draw:frame><draw:frame><draw:text-box><text:p>"
                                + "World</text:p></draw:text-box></draw:frame></draw:page></office:presentation></office:body>")
                .bytes();

        assertThat(Reading.read("a.ods", ods).text()).isEqualTo("Trees\n\nOak: 7");
        assertThat(Reading.read("a.odp", odp).text()).isEqualTo("Hello\n\nWorld");
        assertThat(Reading.read("a.odp", odp).pages()).containsExactly(new Page(1, 0));
        assertThat(Reading.headings(Reading.read("a.odp", odp))).containsExactly("1 Hello");
    }

    @Test
    void saysWhatToDoAboutAPassword() throws IOException {
        byte[] odt = file("text", "")
                .part("META-INF/manifest.xml", "<manifest:manifest><manifest:encryption-data/></manifest:manifest>")
                .bytes();

        assertThat(Reading.reason("a.odt", odt)).isEqualTo("it is encrypted; remove the password and add it again");
    }

    private static Zip file(String kind, String content) throws IOException {
        return new Zip()
                .mediaType("application/vnd.oasis.opendocument." + kind)
                .part("content.xml", START + content + "</office:document-content>")
                .part("meta.xml", "<office:meta xmlns:dc=\"x\"><dc:title>The Title</dc:title></office:meta>");
    }
}
