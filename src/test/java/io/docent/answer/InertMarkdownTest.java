package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InertMarkdownTest {

    private static final String EVIL = "http://evil.example/x.png";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "![x](E)",
                "![a [b] c](E)",
                "[a [b] c](E)",
                "[a](E 'title')",
                "[a](<E>)",
                "[![x](E)](E)",
                "![x][ref]",
                "[ref]: E",
                "<E>",
                "<img src=\"E\">",
                "<img src=\"`E`\">",
                "<!-- E -->",
                "\\`[x](E)\\`",
                "` [x](E)",
                "`` [x](E) ` y",
                "``` `x` [x](E)",
                "!![x](E)",
                "!\\[[x](E)",
                "[x](E(a)b)",
                "[x](E(a(b)))",
            })
    void nothingLeadsAnywhere(String line) {
        String inert = InertMarkdown.of(line.replace("E", EVIL));

        assertThat(lively(inert + "\n\n" + InertMarkdown.of("[ref]: " + EVIL) + "\n"))
                .as(inert)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See [the manual](http://a.example) first. | See the manual first.",
                "Use `List<String>` or `[x](y)`. | Use `List<String>` or `[x](y)`.",
                "It is **free** and _open_. | It is **free** and _open_.",
                "Costs < 12 and > 3 [sic] (once). | Costs < 12 and > 3 [sic] (once).",
                "Wait! [sic] | Wait! [sic]",
            })
    void whatIsHarmlessStays(String line, String expected) {
        assertThat(InertMarkdown.of(line)).isEqualTo(expected);
    }

    /** Sentences are made harmless one by one, and shown in one text. */
    @Property(tries = 2_000)
    void noLinesTogetherLeadAnywhere(@ForAll("lines") List<String> lines) {
        for (String between : List.of(" ", "\n", "\n\n")) {
            String text =
                    String.join(between, lines.stream().map(InertMarkdown::of).toList());

            assertThat(lively(text)).as(text).isEmpty();
        }
    }

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> pieces = Arbitraries.of(
                "!", "[", "]", "(", ")", "`", "``", "\\", "<", ">", EVIL, "a", "r", " ", ":", "img src=", "\"");
        return pieces.list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static List<String> lively(String markdown) {
        List<String> found = new ArrayList<>();
        Parser.builder().build().parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                note(image, image.getDestination());
            }

            @Override
            public void visit(Link link) {
                note(link, link.getDestination());
            }

            @Override
            public void visit(HtmlInline html) {
                note(html, html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                note(html, html.getLiteral());
            }

            private void note(Node node, String what) {
                found.add(node.getClass().getSimpleName() + " " + what);
            }
        });
        return found;
    }
}
