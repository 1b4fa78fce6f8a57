package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABeDS1kAAAAABJRU5ErkJggg==");

    /** In a zip (APPNOTE.TXT 4.3.7). */
    private static final int METHOD_OF_FIRST_ENTRY = 8;

    @Test
    void refusesAnEmptyFileAndOneWithoutText() {
        assertThat(Reading.reason("a.txt", "")).contains("empty");
        assertThat(Reading.reason("a.txt", " \n\t ")).contains("no text");
        assertThat(Reading.reason("a.html", "<script>x</script>")).contains("no text");
    }

    @Test
    void refusesWhatItDoesNotRead() throws IOException {
        assertThat(Reading.reason("cat.png", PNG)).startsWith("image/png is not a format Docent reads");
        assertThat(Reading.reason("a.zip", new Zip().part("a.txt", "words").bytes()))
                .isEqualTo("it is an archive (application/zip); unpack it and add the files that are in it");
        assertThat(Reading.reason("a.bin", new byte[] {0, 1, 2, 3, 4})).contains("neither text nor a format");
    }

    @Test
    void refusesAnArchiveThatIsPackedAsNobodyReadsIt() throws IOException {
        byte[] zstandard = Samples.of("docx").clone();
        zstandard[METHOD_OF_FIRST_ENTRY] = 93;

        assertThat(Reading.reason("a.docx", zstandard)).contains("damaged").doesNotContain("process");
    }

    @Test
    void tellsWhatAMislabelledFileIs() throws IOException {
        byte[] pdf = new Pdf().page("hello").bytes();

        assertThat(Reading.reason("a.pdf", "just text"))
                .isEqualTo("named .pdf but its content is plain text; rename it to .txt");
        assertThat(Reading.reason("a.docx", "<!DOCTYPE html><p>x"))
                .isEqualTo("named .docx but its content is HTML; rename it to .html");
        assertThat(Reading.reason("a.txt", pdf)).isEqualTo("named .txt but its content is a PDF; rename it to .pdf");
        assertThat(Reading.reason("a.docx", pdf)).isEqualTo("named .docx but its content is a PDF; rename it to .pdf");
        assertThat(Reading.reason("a.pdf", PNG)).contains("image/png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.md", "a.csv", "a.html", "a.java", "Dockerfile", "a.unknown", "a"})
    void isNotStrictAmongKindsOfText(String name) throws UnreadableDocumentException {
        assertThat(Reading.text(name, "plain words")).isEqualTo("plain words");
    }

    @Test
    void saysThatAFileIsBroken() throws IOException {
        byte[] pdf = new Pdf().page("hello").bytes();

        assertThat(Reading.reason("a.pdf", Arrays.copyOf(pdf, 100))).contains("damaged");
        assertThat(Reading.reason("a.docx", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}))
                .contains("damaged");
        assertThat(Reading.reason("a.pdf", new byte[] {0, 1, 2, 3}))
                .contains("not a PDF")
                .contains("damaged");
    }

    @Test
    void refusesAZipBomb() throws IOException {
        byte[] odt = new Zip()
                .mediaType("application/vnd.oasis.opendocument.text")
                .part("content.xml", "a".repeat(101 << 20))
                .bytes();

        assertThat(Reading.reason("a.odt", odt)).contains("unpacks to far more");
    }

    @Test
    void neverFetchesWhatADocumentRefersTo() throws IOException, UnreadableDocumentException {
        byte[] odt = new Zip()
                .mediaType("application/vnd.oasis.opendocument.text")
                .part(
                        "content.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><office:document-content"
                                + " xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text><text:p>a&e;b</text:p>"
                                + "</office:text></office:body></office:document-content>")
                .bytes();

        assertThat(Reading.read("a.odt", odt).text()).doesNotContain("root:").contains("a");
    }

    @ParameterizedTest
    @CsvSource({
        "src/Main_App.java, class X {}, Main_App.java",
        "Dockerfile, FROM x, Dockerfile",
        "server.log, INFO started, server.log",
        "notes/my_first-note.md, '---\n---\n', ''",
        "a.md, text first, text first",
        "long.txt, LONG, long"
    })
    void namesADocument(String name, String content, String title) throws UnreadableDocumentException {
        String text = content.equals("LONG") ? "word ".repeat(50) : content;
        if (title.isEmpty()) {
            assertThat(Reading.reason(name, text)).contains("no text");
        } else {
            assertThat(Reading.read(name, text).title()).isEqualTo(title);
        }
    }
}
