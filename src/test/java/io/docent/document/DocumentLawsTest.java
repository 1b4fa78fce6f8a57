package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What holds for every document, whatever somebody puts into the folder. */
class DocumentLawsTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    @Property(tries = 300)
    void anyBytesGiveAValidDocumentOrAReason(@ForAll @Size(max = 3000) byte[] bytes, @ForAll("names") String name) {
        check(name, bytes);
    }

    @Property(tries = 600)
    void anyMarkUpGivesAValidDocumentOrAReason(@ForAll("markUp") String text, @ForAll("names") String name) {
        check(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void plainTextStaysAsItIs(@ForAll("plain") String text) throws UnreadableDocumentException {
        if (!text.isBlank()) {
            assertThat(Reading.text("a.txt", text)).isEqualTo(text);
        }
    }

    private static void check(String name, byte[] bytes) {
        long start = System.nanoTime();
        Document document = read(name, bytes);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        if (document == null) {
            return;
        }
        Laws.check(document);
    }

    private static @Nullable Document read(String name, byte[] bytes) {
        try {
            return Reading.read(name, bytes);
        } catch (UnreadableDocumentException e) {
            Laws.checkReason(name, e.reason());
            return null;
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("a.txt", "a.md", "a.html", "a.csv", "a.eml", "a.rst", "a.json", "a.rtf", "a", "a.pdf");
    }

    @Provide
    Arbitrary<String> markUp() {
        Arbitrary<String> pieces = Arbitraries.of(
                "# ",
                "## A Title",
                "\n",
                "\n\n",
                "word ",
                "A Title Of It",
                "- ",
                "1. ",
                "> ",
                "    ",
                "```",
                "`",
                "|",
                "|---|---|",
                "**",
                "[x](y)",
                "<b>",
                "</b>",
                "<table>",
                "<tr>",
                "<td>",
                "<th>",
                "</table>",
                "<ul><li>",
                "<h1>",
                "</h1>",
                "<h2>\u00AD",
                "<p>",
                "<pre>",
                "<br>",
                "<unk>",
                "<!--",
                "-->",
                "&amp;",
                "\"",
                ",",
                ";",
                "42",
                "\t",
                "=====",
                "= T =",
                "---",
                "\u0000",
                "\uFEFF",
                "\u00AD",
                "\u0085",
                "é",
                "😀",
                "Subject: x\n",
                "Content-Type: text/html\n",
                "{\\rtf1 ",
                "}",
                "\\par ",
                "\\'e9",
                "%PDF-1.4\n",
                "{",
                "title: T\n");
        return pieces.list().ofMaxSize(60).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("\n\täöü漢字“”—")
                .ofMaxLength(400)
                .filter(text -> !text.stripLeading().startsWith("{\\rtf") && !text.startsWith("%PDF-"));
    }
}
