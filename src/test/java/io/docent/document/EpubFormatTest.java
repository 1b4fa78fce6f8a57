package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class EpubFormatTest {

    @Test
    void readsChaptersInTheirOrder() throws IOException, UnreadableDocumentException {
        byte[] epub = epub("").bytes();

        Document document = Reading.read("book.epub", epub);

        assertThat(document.text())
                .isEqualTo("The Sea\n\nIt was a calm night.\n\n- one\n- two\n\nThe Shore\n\nNothing moved.");
        assertThat(Reading.headings(document)).containsExactly("2 The Sea", "1 The Shore");
        assertThat(document.title()).isEqualTo("Tides");
        assertThat(document.mediaType()).isEqualTo("application/epub+zip");
    }

    @Test
    void saysWhatToDoAboutCopyProtection() throws IOException {
        byte[] epub = epub("").part("META-INF/encryption.xml", "<e><CipherReference URI='OEBPS/b.xhtml'/></e>")
                .bytes();

        assertThat(Reading.reason("book.epub", epub)).contains("encrypted");
    }

    @Test
    void saysThatABookIsBroken() throws IOException {
        byte[] epub = new Zip().mediaType("application/epub+zip").part("a", "b").bytes();

        assertThat(Reading.reason("book.epub", epub)).contains("damaged");
    }

    private static Zip epub(String extra) throws IOException {
        return new Zip()
                .mediaType("application/epub+zip")
                .part("META-INF/container.xml", "<container><rootfile full-path=\"OEBPS/book.opf\"/></container>")
                .part(
                        "OEBPS/book.opf",
                        "<package xmlns:dc=\"d\"><metadata><dc:title>Tides</dc:title></metadata><manifest>"
                                + "<item id=\"n\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>"
                                + "<item id=\"1\" href=\"a.xhtml\"/><item id=\"2\" href=\"text/b%20c.xhtml\"/></manifest>"
                                + "<spine><itemref idref=\"2\"/><itemref idref=\"1\"/></spine>" + extra + "</package>")
                .part(
                        "OEBPS/toc.ncx",
                        "<ncx><navMap><navPoint><navLabel><text>The Shore</text></navLabel><content src=\"a.xhtml#x\"/>"
                                + "</navPoint></navMap></ncx>")
                .part(
                        "OEBPS/text/b c.xhtml",
                        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body>"
                                + "<a id=\"x\"/><h2>The Sea</h2><p>It was a calm&nbsp;night.</p>"
                                + "<ul><li>one</li><li>two</li></ul></body></html>")
                .part("OEBPS/a.xhtml", "<html><body><p>Nothing moved.</p></body></html>");
    }
}
