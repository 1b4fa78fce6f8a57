package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlainTextFormatTest {

    @Test
    void keepsTextAsItIs() throws UnreadableDocumentException {
        String text = "First line\n\n  indented\ttabbed  \n\n\nlast – “quoted” 😀\n";

        Document document = Reading.read("a/b/notes.txt", text);

        assertThat(document.text()).isEqualTo(text);
        assertThat(document.title()).isEqualTo("First line");
        assertThat(document.source()).isEqualTo("a/b/notes.txt");
        assertThat(document.mediaType()).isEqualTo("text/plain");
        assertThat(document.pages()).isEmpty();
        assertThat(document.hash()).isEqualTo(ContentHash.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void normalisesNewlinesAndControlCharacters() throws UnreadableDocumentException {
        assertThat(Reading.text("a.txt", "one\r\ntwo\rthree\u0000four co\u00ADop\uFEFF end"))
                .isEqualTo("one\ntwo\nthree four coop end");
    }

    @Test
    void findsTheHeadingsOfTheSeedDocument() throws IOException, UnreadableDocumentException {
        try (Stream<Path> seeds = Files.list(Path.of("seeds"))) {
            Path seed = seeds.filter(file -> file.toString().endsWith(".txt"))
                    .findFirst()
                    .orElseThrow();

            Document document = Reading.read(seed.getFileName().toString(), Files.readAllBytes(seed));

            assertThat(document.title())
                    .isEqualTo("South Korea's President Lee Jae Myung Visits Beijing, Aims to Steady Ties Amid"
                            + " Regional Tensions");
            assertThat(Reading.titles(document))
                    .containsExactly(
                            "A Delicate Diplomatic Mission",
                            "Agenda: Trade, Security, and Thawing Exchanges",
                            "Economic Delegation and Strategic Balancing Act");
        }
    }
}
