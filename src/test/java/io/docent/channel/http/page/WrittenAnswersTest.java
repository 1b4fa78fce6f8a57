package io.docent.channel.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Answers that a model wrote, in the shape that the API promises. */
class WrittenAnswersTest extends PageTest {

    private static final Map<String, Object> CITATION = Map.ofEntries(
            Map.entry("number", 1),
            Map.entry("documentId", "0123456789abcdef"),
            Map.entry("title", "Rules <i>of</i> the \u202Eesuoh"),
            Map.entry("source", "rules.md"),
            Map.entry("page", 4),
            Map.entry("headings", List.of("<script>alert(1)</script>")),
            Map.entry("quote", "The gate closes at ten. <img src=x onerror=alert(1)>"),
            Map.entry("start", 10),
            Map.entry("end", 20),
            Map.entry("hash", "00"),
            Map.entry("link", "/documents/0123456789abcdef?start=10&end=20&hash=00"));

    private Locator answer(String text, Object... sentences) {
        page.route("**/api/chat/stream", route -> {
            try {
                Map<String, Object> done = Map.ofEntries(
                        Map.entry("id", "a"),
                        Map.entry("conversationId", "c"),
                        Map.entry("question", "When does the gate close?"),
                        Map.entry("searchedFor", "When does the gate close?"),
                        Map.entry("status", "answered"),
                        Map.entry("answer", text),
                        Map.entry("sentences", List.of(sentences)),
                        Map.entry("citations", List.of(CITATION)),
                        Map.entry("closest", List.of()),
                        Map.entry("model", "openai/gpt"),
                        Map.entry("notice", "The model answered in part only."),
                        Map.entry("tookMs", 1200));
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/event-stream")
                        .setBody("event: done\ndata: "
                                + ObjectMapper.getDefault().writeValueAsString(done) + "\n\n"));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        open("/");
        return ask("When does the gate close?");
    }

    private static Map<String, Object> sentence(String text, String support, String reason) {
        return Map.of("text", text, "citations", List.of(1), "support", support, "reason", reason);
    }

    @Test
    void markdownIsRendered() {
        Locator turn = answer("""
                # Times

                The gate closes at **ten** [1]:

                - on *weekdays*
                - on Sundays

                | Day | Hour |
                |---|---|
                | Monday | 10 |

                ```
                gate [1] --close
                ```
                """);

        Locator shown = turn.locator(".answer");
        assertThat(shown.locator("h3")).hasText("Times");
        assertThat(shown.locator("strong")).hasText("ten");
        assertThat(shown.locator("li")).hasCount(2);
        assertThat(shown.locator("td").last()).hasText("10");
        assertThat(shown.locator("pre")).containsText("gate [1] --close");
        assertThat(shown.locator("a.marker")).hasCount(1);
        assertThat(turn.locator(".notice")).hasText("The model answered in part only.");
        assertThat(turn.locator(".made")).hasText("openai/gpt · 1.2 s");
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void unsupportedSentencesAreMarkedWhereTheyStandWithTheReason() {
        Locator turn = answer(
                "The gate closes at ten [1]. It was built in **1912** [1].",
                sentence("The gate closes at ten.", "supported", ""),
                sentence("It was built in 1912.", "unsupported", "the year 1912 is not in the cited passage"));

        String marked = String.join("", turn.locator(".unsupported").allTextContents());
        Assertions.assertThat(marked).startsWith("It was built in 1912").doesNotContain("gate");
        assertThat(turn.locator(".doubt")).hasAttribute("title", "the year 1912 is not in the cited passage");
        assertThat(turn.locator(".doubts")).containsText("the year 1912 is not in the cited passage");
    }

    @Test
    void nothingOfAModelsOutputRunsOrLeadsElsewhere() {
        List<String> elsewhere = new ArrayList<>();
        page.onRequest(request -> {
            if (!request.url().startsWith(site().address())) {
                elsewhere.add(request.url());
            }
        });

        Locator turn = answer("""
                <script>window.hacked=1</script><img src="http://elsewhere.invalid/x" onerror="window.hacked=2">
                ![pixel](http://elsewhere.invalid/y) [click here](http://elsewhere.invalid/z) [run](javascript:window.hacked=3)
                <iframe src="http://elsewhere.invalid"></iframe><form action="http://elsewhere.invalid"><input name=a></form>
                <style>body{display:none}</style><p style="position:fixed" class="dialog" id="main">placed [1]</p> https://elsewhere.invalid/bare
                """);

        Locator shown = turn.locator(".answer");
        assertThat(shown).containsText("click here");
        assertThat(shown.locator("img, script, iframe, form, input, style, a:not(.marker), [style], [id]"))
                .hasCount(0);
        Assertions.assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
        Assertions.assertThat(elsewhere).isEmpty();
    }

    @Test
    void titlesAndQuotesStayTextAndKeepTheirDirectionToThemselves() {
        Locator turn = answer("The gate closes at ten [1].", sentence("The gate closes at ten.", "supported", ""));

        turn.locator("a.marker").focus();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Tab");

        Locator card = page.locator("#card");
        assertThat(card.locator("blockquote")).hasText("The gate closes at ten. <img src=x onerror=alert(1)>");
        assertThat(card.locator(".card-title")).hasText("Rules <i>of</i> the esuoh");
        assertThat(card.locator(".card-place")).hasText("page 4 · <script>alert(1)</script>");
        assertThat(card.locator("img, script, i")).hasCount(0);
        assertThat(turn.locator("a.marker")).hasAttribute("aria-describedby", "card");
        assertThat(turn.locator(".place-title")).not().hasText(Pattern.compile("\u202E"));
    }
}
