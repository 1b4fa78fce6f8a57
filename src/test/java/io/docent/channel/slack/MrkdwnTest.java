package io.docent.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text of others in Slack's dialect: what it may become, and what never. */
class MrkdwnTest {

    /** All that is between raw angle brackets acts in Slack. */
    private static final Pattern ACTING = Pattern.compile("[<>]");

    @ParameterizedTest
    @CsvSource({
        "<!channel>, &lt;!channel&gt;",
        "<@U1>, &lt;@U1&gt;",
        "<#C1|general>, &lt;#C1|general&gt;",
        "<https://evil.example|Your bank>, &lt;https://evil.example|Your bank&gt;",
        "&lt;!here&gt;, &amp;lt;!here&amp;gt;",
        "a & b, a &amp; b",
        "@channel and @HERE, @\u2060channel and @\u2060HERE",
        "@chan, @chan",
        "left\u202eright, leftright",
    })
    void cannotAct(String text, String escaped) {
        assertThat(Mrkdwn.escaped(text)).isEqualTo(escaped);
    }

    @Property
    void neverActs(@ForAll("hostile") String text) {
        assertThat(ACTING.matcher(Mrkdwn.escaped(text)).find()).isFalse();
        assertThat(ACTING.matcher(Mrkdwn.line(text)).find()).isFalse();
        assertThat(Mrkdwn.withoutFences(text)).doesNotContain("```");
        assertThat(AnswerStream.markdown(text)).doesNotContain("](").doesNotContain("<");
        // A quoted line begins with the closing bracket alone.
        assertThat(Markdown.mrkdwn(text)).doesNotContain("<");
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "<",
                        ">",
                        "&",
                        "!",
                        "@",
                        "|",
                        "*",
                        "_",
                        "~",
                        "`",
                        "```",
                        "\n",
                        "\n\n",
                        "[",
                        "](",
                        ")",
                        "channel",
                        "here",
                        " ",
                        "a",
                        "😀",
                        "- ",
                        "1. ",
                        "> ",
                        "# ",
                        "http://x",
                        "<a href='x'>",
                        "\\",
                        "|-|",
                        "\t")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "It is **bold** and *slanted* and ~~gone~~. ¦ It is *bold* and _slanted_ and ~gone~.",
                "# A heading ¦ *A heading*",
                "See [the policy](https://evil.example/x). ¦ See the policy (https://evil.example/x).",
                "See <https://example.org>. ¦ See https://example.org.",
                "![a picture](http://x/y.png) ¦ a picture (http://x/y.png)",
                "Run `rm <file>` now ¦ Run `rm &lt;file&gt;` now",
                "<b>bold</b> & <!channel> ¦ &lt;b&gt;bold&lt;/b&gt; &amp; &lt;!channel&gt;",
                "[x](<!channel>) ¦ x (!channel)",
            })
    void writesMarkdownInSlacksDialect(String markdown, String mrkdwn) {
        assertThat(Markdown.mrkdwn(markdown)).isEqualTo(mrkdwn);
    }

    @Test
    void writesListsCodeTablesAndQuotes() {
        assertThat(Markdown.mrkdwn("Steps:\n\n- one\n- two\n  1. deep\n\n```sh\na < b\n```\n\n> said\n> so\n\n---"))
                .isEqualTo("Steps:\n\n• one\n• two\n    1. deep\n\n```\na &lt; b\n```\n\n> said\n> so\n\n———");
        assertThat(Markdown.mrkdwn("| a | b |\n|---|---|\n| 1 | **2** |")).isEqualTo("a | b\n1 | *2*");
    }

    @Test
    void cutsBetweenParagraphsLinesOrWords() {
        String word = "word ".repeat(400).strip();

        assertThat(Sections.of(word)).containsExactly(word);
        assertThat(Sections.of(word + "\n\n" + word)).containsExactly(word, word);
        assertThat(Sections.of(word + " " + word))
                .hasSize(2)
                .allSatisfy(section -> assertThat(section).startsWith("word").endsWith("word"));
    }

    @Test
    void cutsNoLinkAndNoEscapedCharacterAndNoPair() {
        String link = Mrkdwn.link("https://docent.example.org/documents/x?start=1&end=2&hash=" + "0".repeat(64), "[1]");
        String text = (link + "&amp;&lt;😀").repeat(60);

        List<String> sections = Sections.of(text);

        assertThat(String.join("", sections)).isEqualTo(text);
        assertThat(sections).allSatisfy(section -> {
            assertThat(section.length()).isLessThanOrEqualTo(3_000);
            assertThat(section.chars().filter(c -> c == '<').count())
                    .isEqualTo(section.chars().filter(c -> c == '>').count());
            assertThat(section).doesNotContainPattern("&[a-z]*$").doesNotContainPattern("^[a-z]*;");
            assertThat(Character.isLowSurrogate(section.charAt(0))).isFalse();
        });
    }

    @Test
    void closesACodeBlockThatIsCutAndOpensItAgain() {
        String code = "```\n" + "let x = 1;\n".repeat(900) + "```";

        List<String> sections = Sections.of(code);

        assertThat(sections).hasSizeGreaterThan(2).allSatisfy(section -> {
            assertThat(section).startsWith("```\n").endsWith("```");
            assertThat(section.length()).isLessThanOrEqualTo(3_000);
        });
    }

    @Property(tries = 200)
    void cutsEverythingToFit(@ForAll("hostile") String text) {
        String mrkdwn = Markdown.mrkdwn(text.repeat(200));

        assertThat(Sections.of(mrkdwn)).allSatisfy(section -> {
            assertThat(section.length()).isBetween(1, 3_000);
            assertThat(section.split("```", -1).length % 2)
                    .as("fences are closed")
                    .isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "<@U0BOT> how?, how?",
        "how <@U0BOT|docent> so?, how so?",
        "<@U0BOT> ask <@U2> &amp; <#C1|general> &lt;b&gt;, ask @U2 & #general <b>",
        "<@U0BOT> see <https://example.org|the page> <https://example.org>, see the page https://example.org",
        "<@U0BOT> <!here> all, all",
        "<@U0BOT>, ''",
    })
    void readsAQuestionAsItWasTyped(String text, String typed) {
        assertThat(QuestionText.of(text, "U0BOT")).isEqualTo(typed);
    }
}
