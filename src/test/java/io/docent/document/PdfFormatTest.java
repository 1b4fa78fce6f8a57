package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdfFormatTest {

    private static final String FILLER = "and this line goes on until it is about as long as a line of a page may be,";

    @Test
    void unwrapsLinesAndRejoinsWords() throws IOException, UnreadableDocumentException {
        byte[] pdf = new Pdf()
                .page(
                        "The service was started on Monday by a user-",
                        "friendly script, and it has been opera-",
                        "ting well since; everybody calls it user-friendly.",
                        "",
                        "A second paragraph stands apart from the first one.")
                .bytes();

        Document document = Reading.read("a.pdf", pdf);

        assertThat(document.text())
                .isEqualTo("The service was started on Monday by a user-friendly script, and it has been operating"
                        + " well since; everybody calls it user-friendly.\n\n"
                        + "A second paragraph stands apart from the first one.");
        assertThat(document.mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void knowsItsPagesAndDropsWhatRunsAlong() throws IOException, UnreadableDocumentException {
        Pdf pdf = new Pdf().title("The Report");
        for (String word : List.of("alpha", "beta", "gamma", "delta")) {
            pdf.page(
                    "ACME confidential",
                    "",
                    "About " + word + " there is this to say.",
                    "",
                    "Page " + (pdf.pages() + 1));
        }

        Document document = Reading.read("a.pdf", pdf.bytes());

        assertThat(document.text()).doesNotContain("confidential").doesNotContain("Page");
        assertThat(document.title()).isEqualTo("The Report");
        assertThat(document.pages()).extracting(Page::number).containsExactly(1, 2, 3, 4);
        assertThat(document.pages())
                .allSatisfy(
                        page -> assertThat(document.text()).startsWith("About ").contains("About"))
                .allSatisfy(page ->
                        assertThat(document.text().substring(page.start())).startsWith("About "));
    }

    @Test
    void putsAParagraphTogetherThatAPageEndCuts() throws IOException, UnreadableDocumentException {
        byte[] pdf = new Pdf()
                .page("It began in the year of the great flood " + FILLER, FILLER)
                .page("until somebody stopped it. Then all was quiet.")
                .bytes();

        Document document = Reading.read("a.pdf", pdf);

        assertThat(document.text()).endsWith("may be, until somebody stopped it. Then all was quiet.");
        assertThat(document.text().substring(document.pages().get(1).start())).startsWith("until somebody");
    }

    @Test
    void takesHeadingsFromBookmarks() throws IOException, UnreadableDocumentException {
        byte[] pdf = new Pdf()
                .page("1. where it begins", "", "Some text that explains it all.")
                .page("a detail", "", "More text about that one detail.")
                .bookmark(1, "Where it begins")
                .bookmark(2, "A detail")
                .bookmark(2, "Not to be found")
                .bytes();

        Document document = Reading.read("a.pdf", pdf);

        assertThat(Reading.headings(document)).containsExactly("1 1. where it begins", "1 a detail");
        assertThat(document.text()).doesNotContain("Not to be found");
    }

    @Test
    void saysWhatToDoAboutAScan() throws IOException {
        assertThat(Reading.reason("a.pdf", new Pdf().page().bytes()))
                .contains("scanned")
                .contains("Tesseract");
    }

    @Test
    void readsAScanThroughTesseract() throws IOException, UnreadableDocumentException {
        assumeTrue(isInstalled("tesseract"), "Tesseract is not installed: scans are not read in this run");
        byte[] pdf = new Pdf()
                .scan("The gate opens at seven in the morning.", "", "Visitors sign the book at the desk.")
                .bytes();

        Document document = Reading.read("a.pdf", pdf);

        assertThat(document.text()).contains("The gate opens at seven").contains("Visitors sign the book");
        assertThat(document.pages()).hasSize(1);
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Test
    void saysWhatToDoAboutAPassword() throws IOException {
        assertThat(Reading.reason(
                        "a.pdf", new Pdf().page("secret").encrypted("pw").bytes()))
                .isEqualTo("it is encrypted; remove the password and add it again");
    }
}
