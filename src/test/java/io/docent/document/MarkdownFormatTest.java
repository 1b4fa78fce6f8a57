package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownFormatTest {

    private static String text(String markdown) throws UnreadableDocumentException {
        return Reading.text("a.md", markdown);
    }

    @Test
    void rendersWhatAReaderSees() throws UnreadableDocumentException {
        assertThat(text("Some **bold** and _slanted_ `code`, a [link](http://x.org), ![a cat](cat.png) &amp; \\*\n"))
                .isEqualTo("Some bold and slanted code, a link, a cat & *");
    }

    @Test
    void findsHeadingsOfBothKinds() throws UnreadableDocumentException {
        Document document = Reading.read(
                "a.md", "# Top <a name=\"top\"></a>\nText.\n## Below `it` ##\nMore.\n\nSetext\n======\nEnd.\n");

        assertThat(document.text()).isEqualTo("Top\n\nText.\n\nBelow it\n\nMore.\n\nSetext\n\nEnd.");
        assertThat(Reading.headings(document)).containsExactly("1 Top", "2 Below it", "1 Setext");
        assertThat(document.title()).isEqualTo("Top");
    }

    @Test
    void keepsLinesAndPlaceholders() throws UnreadableDocumentException {
        assertThat(text("one <unk> two\nthree <br>four <your-bucket> x<b>y</b>z\n"))
                .isEqualTo("one <unk> two\nthree \nfour <your-bucket> xyz");
    }

    @Test
    void writesListItemsOnALineEach() throws UnreadableDocumentException {
        assertThat(text("Do:\n\n1. First\n   goes on\n\n1. Second\n   + deep\n     - deeper\n1. Third\n\nDone.\n"))
                .isEqualTo("Do:\n\n1. First goes on\n2. Second\n  - deep\n    - deeper\n3. Third\n\nDone.");
    }

    @Test
    void labelsEveryCellOfATable() throws UnreadableDocumentException {
        assertThat(text("| Region | Revenue |\n|---|---|\n| EMEA | 42 |\n| **APAC** | |\n\nEnd\n"))
                .isEqualTo("Region: EMEA | Revenue: 42\nRegion: APAC\n\nEnd");
    }

    @Test
    void keepsCodeVerbatim() throws UnreadableDocumentException {
        assertThat(text("Run:\n\n```sh\n  a *b*\n\n\tc <d>\n```\nEnd\n"))
                .isEqualTo("Run:\n\n  a *b*\n\n\tc <d>\n\nEnd");
    }

    @Test
    void takesTheTitleFromTheFrontMatter() throws UnreadableDocumentException {
        Document document = Reading.read("a.md", "---\ntitle: \"The Plan\"\ntags: [x]\n---\n# Heading\nText\n");

        assertThat(document.title()).isEqualTo("The Plan");
        assertThat(document.text()).isEqualTo("Heading\n\nText");
    }

    @Test
    void dropsBoldThatTheRulesDoNotCountAsSuch() throws UnreadableDocumentException {
        assertThat(text("- **Limit—**You can. And `**kwargs**` and **注意。**是\n"))
                .isEqualTo("- Limit—You can. And **kwargs** and 注意。是");
    }

    @Test
    void laysOutHtmlBlocks() throws UnreadableDocumentException {
        assertThat(text("""
                        <div align=center>

                        # Title

                        </div>

                        <table><tr><th>A</th><th>B</th></tr>

                        <tr><td>1</td><td>2</td></tr></table>

                        <name> stays

                        <!-- not shown -->
                        """)).isEqualTo("Title\n\nA: 1 | B: 2\n\n<name> stays");
    }

    @Test
    void readsNestingThatNobodyWroteAsText() throws UnreadableDocumentException {
        for (String mark : List.of(">", "[", "- ", "*a_", "![", "<b>", "(", "[a](", "1. ")) {
            assertThatNoException().isThrownBy(() -> Reading.read("a.md", mark.repeat(100_000) + "x"));
        }
    }
}
