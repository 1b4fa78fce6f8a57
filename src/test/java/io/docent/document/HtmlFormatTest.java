package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlFormatTest {

    private static final String PARAGRAPH =
            "<p>The harbour was built in 1874 and has been widened twice since, last in 1998.</p>";

    private static String text(String body) throws UnreadableDocumentException {
        return Reading.text("a.html", "<html><body>" + body + "</body></html>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            <p>end</p><p>Start</p>                                   | end//Start
            end<br>Start                                             | end/Start
            <div>end</div>Start                                      | end//Start
            a <b>b</b>c  <i> d</i>&nbsp;e                            | a bc d e
            <span style="display: inline-block">end</span>Start      | end Start
            <label>end</label><label>Start</label>                   | end Start
            <a href=a>end</a><a href=b>Start</a>                     | end Start
            <ul><li>one<ol start=3><li>deep<li>er</ol><li>two</ul>   | - one/  3. deep/  4. er/- two
            <dl><dt>Term<dd>Meaning<dt>B<dd>C</dl>                   | Term: Meaning/B: C
            <pre>a  b\tc</pre>                                       | a  b\tc
            <pre><code>end;</code><code>start</code></pre>           | end;/start
            <h2>Title<a class=headerlink href=#t>¶</a></h2>          | Title
            <details><summary>Sum</summary>More</details>            | Sum//More
            <blockquote>said</blockquote>then                        | said//then
            x<!-- no -->y<script>no</script><span hidden>no</span>   | xy
            H<sub>2</sub>O <img src=x alt="a cat">                   | H2O a cat
            """)
    void laysOutAsABrowserDoes(String body, String expected) throws UnreadableDocumentException {
        assertThat(text(body)).isEqualTo(expected.replace('/', '\n'));
    }

    @Test
    void labelsCellsByTheirHeader() throws UnreadableDocumentException {
        assertThat(text("<table><caption>Sales</caption><tr><th>Region<th>Q1<th>Q2</tr>"
                        + "<tr><td rowspan=2>EMEA<td>1<td>2</tr><tr><td>3<td><p>4</p><p>5</p></tr>"
                        + "<tr><td colspan=3>All in millions</tr></table>after"))
                .isEqualTo("Sales\n\nRegion: EMEA | Q1: 1 | Q2: 2\nRegion: EMEA | Q1: 3 | Q2: 4 5\n"
                        + "All in millions\n\nafter");
    }

    @Test
    void joinsHeadersOfSeveralRows() throws UnreadableDocumentException {
        assertThat(text("<table><thead><tr><th rowspan=2>Region<th colspan=2>2023</tr><tr><th>Q1<th>Q2</tr></thead>"
                        + "<tr><td>EMEA<td>1<td>2</tr></table>"))
                .isEqualTo("Region: EMEA | 2023 Q1: 1 | 2023 Q2: 2");
    }

    @Test
    void readsRowHeadersAsKeys() throws UnreadableDocumentException {
        assertThat(text("<table><tr><th>Height<td>12 m</tr><tr><th>Width:<td>3 m</tr></table>"))
                .isEqualTo("Height: 12 m\nWidth: 3 m");
    }

    @Test
    void readsALayoutTableAsBlocks() throws UnreadableDocumentException {
        assertThat(text("<table><tr><td><h2>Left</h2><p>one</p></td><td><p>right</p></td></tr></table>"))
                .isEqualTo("Left\n\none\n\nright");
    }

    @Test
    void findsTitleAndHeadings() throws UnreadableDocumentException {
        Document document = Reading.read(
                "a.html", "<title>The\n Page</title><h1>Top<br>line</h1><p>text</p><h3>Sub <a>link</a></h3>end");

        assertThat(document.title()).isEqualTo("The Page");
        assertThat(Reading.headings(document)).containsExactly("1 Top line", "3 Sub link");
        assertThat(document.text()).isEqualTo("Top line\n\ntext\n\nSub link\n\nend");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<nav>NO</nav>",
                "<header><a href=/>NO</a></header>",
                "<footer>NO</footer>",
                "<aside>NO</aside>",
                "<div class='cookie-banner'>NO</div>",
                "<div id='newsletter'>NO</div>",
                "<ul class='breadcrumb'><li>NO</ul>",
                "<a class='skip-link' href=#x>NO</a>",
                "<div role='navigation'>NO</div>",
                "<div class='navheader'><table><tr><th>NO</th></tr></table></div>",
                "<div class='navfooter'>NO</div>",
                "<div style='color: red; display : none'>NO</div>",
                "<div aria-hidden=true>NO</div>",
                "<p style='color:#FFF; background: white'>NO</p>",
                "<span style='background-color:rgb(0, 0, 0);color:#000'>NO</span>",
                "<p style='font-size:9px;color:transparent'>NO</p>",
                "<button>NO</button><select><option>NO</select>",
                "<noscript>NO</noscript><template>NO</template><style>NO</style>",
                "<ul><li><a href=a>NO</a><li><a href=b>NO</a><li><a href=c>NO</a><li><a href=d>NO</a></ul>"
            })
    void leavesOutWhatIsNotContent(String boilerplate) throws UnreadableDocumentException {
        assertThat(text(boilerplate + "<h1>Port</h1>" + PARAGRAPH + boilerplate))
                .doesNotContain("NO")
                .startsWith("Port\n\nThe harbour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "color:#fff;background:#000",
                "color:inherit;background:inherit",
                "background-color:#fff",
                "border-color:#fff;background:#fff",
                "color:white;background:#fff url(x.png)"
            })
    void keepsWhatHasAColourOfItsOwn(String style) throws UnreadableDocumentException {
        assertThat(text(PARAGRAPH + "<p style='" + style + "'>It stands in the north.</p>"))
                .contains("It stands in the north.");
    }

    @Test
    void keepsTheMainPartAndItsHeader() throws UnreadableDocumentException {
        assertThat(text("<div>Around</div><main><header><h1>Port</h1></header>" + PARAGRAPH + PARAGRAPH + "</main>"))
                .startsWith("Port\n\nThe harbour")
                .doesNotContain("Around");
    }

    @Test
    void keepsAPageThatLooksLikeNavigationAllOver() throws UnreadableDocumentException {
        assertThat(text("<div class=sidebar><ul><li><a href=a>One</a><li><a href=b>Two</a><li><a href=c>Three</a></ul>"
                        + "</div>"))
                .isEqualTo("- One\n- Two\n- Three");
    }

    @Test
    void decodesAsThePageSays() throws UnreadableDocumentException {
        String page = "<meta charset=\"shift_jis\"><p>日本語のページです。</p>";

        Document document = Reading.read("a.html", page.getBytes(Charset.forName("Shift_JIS")));

        assertThat(document.text()).isEqualTo("日本語のページです。");
        assertThat(Reading.read("a.htm", "<meta charset=latin1>café".getBytes(StandardCharsets.ISO_8859_1))
                        .text())
                .isEqualTo("café");
    }
}
