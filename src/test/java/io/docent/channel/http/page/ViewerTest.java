package io.docent.channel.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ViewerTest extends PageTest {

    /** The link of the first citation, as any channel hands it out. */
    private String link(String question) {
        open("/");
        return (String) page.evaluate("""
                async (question) => {
                  const told = await fetch('/api/chat', { method: 'POST', body: JSON.stringify({ question }),
                    headers: { 'Content-Type': 'application/json' } });
                  return (await told.json()).citations[0].link;
                }""", question);
    }

    @Test
    void aLinkOpensTheDocumentAtTheHighlightedSpan() {
        open(link("How long does a rollback take?"));

        assertThat(page.locator("#source-title")).hasText("Release process");
        assertThat(page.locator("#source-text mark")).containsText("A rollback takes four minutes");
        assertThat(page.locator("#source-text mark")).isInViewport();
        assertThat(page.locator("#source-text [role=heading]")).hasCount(3);
        assertThat(page.locator("#source-file")).hasAttribute("href", java.util.regex.Pattern.compile(".*/file"));
        assertThat(page.locator("#main")).isHidden();
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void theTextOnThePageIsTheDocumentsText() {
        open(link("What is the coolant of the research reactor?"));
        page.locator("#source-text mark").waitFor();

        Object same = page.evaluate("""
                async () => {
                  const told = await (await fetch('/api' + location.pathname + '/text')).json();
                  return document.getElementById('source-text').textContent === told.text;
                }""");

        Assertions.assertThat(same).isEqualTo(true);
        assertThat(page.locator("#source-text .page")).hasCount(2);
    }

    @Test
    void aLinkToAVersionSinceReplacedFindsTheQuoteAgainOrSaysThatItChanged() {
        String link = link("How long does a rollback take?");
        String old = link.replaceAll("start=(\\d+)&end=(\\d+)&hash=.*", "start=40&end=70&hash=" + "0".repeat(64));

        open(old + "#quote=A%20rollback%20takes%20four%20minutes");

        assertThat(page.locator("#source-note")).containsText("stands in its new version");
        assertThat(page.locator("#source-text mark")).hasText("A rollback takes four minutes");
        page.navigate("about:blank");
        open(old);
        assertThat(page.locator("#source-note")).containsText("may have changed or moved");
        assertThat(page.locator("#source-text mark")).hasCount(0);
    }

    @Test
    void aDocumentThatIsGoneIsSaidToBe() {
        open("/documents/0123456789abcdef?start=1&end=5");

        assertThat(page.locator("#source-note")).hasText("This document is not in the index any more.");
    }

    @Test
    void findsWordsInTheDocument() {
        open(link(ALLOWANCE));
        page.locator("#source-text mark").waitFor();
        page.locator("#source-find").click();

        page.locator("#find-text").fill("RECEIPT");

        assertThat(page.locator("#find-count")).hasText("1 of 4");
        page.locator("#find-text").press("Enter");
        assertThat(page.locator("#find-count")).hasText("2 of 4");
        page.keyboard().press("Escape");
        assertThat(page.locator("#find")).isHidden();
    }

    @Test
    void theContentsLeadToTheirHeadings() {
        open(link(ALLOWANCE));
        page.locator("#source-text mark").waitFor();
        page.locator("#source-outline").click();

        page.locator("#outline").getByText("Insurance").click();

        assertThat(page.locator("#source-text .heading").last()).isInViewport();
    }

    @Test
    void drawsTheOriginalPageOfAPdfAndLoadsPdfJsOnlyThen() {
        java.util.List<String> requests = new java.util.ArrayList<>();
        page.onRequest(request -> requests.add(request.url()));
        open(link("What is the coolant of the research reactor?"));
        page.locator("#source-text mark").waitFor();
        Assertions.assertThat(requests).noneMatch(url -> url.contains("pdfjs"));

        page.locator("#source-pdf").click();

        Locator canvas = page.locator("#source-page canvas");
        assertThat(canvas).hasAttribute("aria-label", "Page 2 of Inspection report");
        Assertions.assertThat(requests).anyMatch(url -> url.contains("pdfjs"));
        Object coloured = page.evaluate("""
                () => {
                  const canvas = document.querySelector('#source-page canvas');
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  let dark = 0, yellow = 0;
                  for (let i = 0; i < data.length; i += 4) {
                    if (data[i] < 80 && data[i + 1] < 80) dark++;
                    if (data[i] > 240 && data[i + 2] < 180) yellow++;
                  }
                  return dark > 100 && yellow > 100;
                }""");
        Assertions.assertThat(coloured).as("there is print, and a highlight").isEqualTo(true);
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void aMegabyteOfTextOpensWithoutAStall() {
        String line = "The quick brown fox jumps over the lazy dog while the committee takes its notes. ";
        StringBuilder text = new StringBuilder();
        while (text.length() < 1_000_000) {
            text.append(line.repeat(6)).append("\n\n");
        }
        int start = text.length() - 500;
        page.route(
                "**/api/documents/*/text",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(
                                "{\"id\":\"x\",\"title\":\"Long\",\"headings\":[],\"pages\":[],\"hash\":\"h\",\"text\":\""
                                        + text.toString().replace("\n", "\\n") + "\"}")));
        String link = link(ALLOWANCE).replaceAll("\\?.*", "");
        page.addInitScript("""
                window.longest = 0;
                new PerformanceObserver((list) => list.getEntries().forEach((one) => {
                  window.longest = Math.max(window.longest, one.duration);
                })).observe({ type: 'longtask', buffered: true });
                """);

        page.navigate(link + "?start=" + start + "&end=" + (start + 80), new Page.NavigateOptions());

        assertThat(page.locator("#source-text mark").first()).isInViewport();
        page.waitForTimeout(500);
        Object longest = page.evaluate("window.longest");
        Assertions.assertThat(((Number) longest).doubleValue())
                .as("longest task in ms, on a machine that may be busy")
                .isLessThan(1_000);
        Assertions.assertThat(page.evaluate("document.getElementById('source-text').textContent.length"))
                .isEqualTo(text.length());
    }
}
