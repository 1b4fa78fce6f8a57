package io.docent.channel.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The view of what the documents left open. */
class GapsTest extends PageTest {

    private static final String HELICOPTERS = "Who repairs the company helicopters?";

    private static Site own;

    @BeforeAll
    static void startASite() {
        own = Site.with(Map.of());
    }

    @AfterAll
    static void stopIt() {
        own.close();
    }

    @Override
    Site site() {
        return own;
    }

    private Locator gap(String question) {
        return page.locator("#gap-list li.gap").filter(new Locator.FilterOptions().setHasText(question));
    }

    /** Asks anew in the chat, and comes back. */
    private void leaveOpen(String question) {
        open("/");
        assertThat(ask(question).locator(".answer")).hasText("This is not in the documents.");
        page.locator("#to-gaps").click();
        gap(question).first().waitFor();
    }

    @Test
    void showsWhatWasAskedMarksItTakesItBackAndShowsItAgainWhenItIsAskedAgain() {
        leaveOpen(HELICOPTERS);

        Locator gap = gap(HELICOPTERS);
        assertThat(gap.locator(".kinds")).containsText("not found");
        assertThat(gap.locator(".facts")).containsText("by page or API");
        gap.locator("summary").last().click();
        assertThat(gap.locator(".place").first()).isVisible();
        gap.getByText("Mark as done").click();
        assertThat(gap).hasText(Pattern.compile("Done: .*Undo"));
        assertThat(gap.getByText("Undo")).isFocused();
        gap.getByText("Undo").click();
        assertThat(gap.getByText("Mark as done")).isFocused();
        page.keyboard().press("Enter");
        assertThat(gap.getByText("Undo")).isFocused();
        page.locator("#gaps-done").click();
        assertThat(gap.getByText("Not done yet")).isVisible();

        leaveOpen(HELICOPTERS);

        assertThat(gap.locator(".again")).containsText("asked once since");
        assertThat(gap.locator(".facts")).containsText("asked twice");
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void aGapIsAskedAgainAndItsClosestPassagesOpenBesideIt() {
        leaveOpen("Which colour has the moon base?");
        Locator gap = gap("moon base");

        gap.locator("summary").last().click();
        gap.locator(".place").first().click();

        assertThat(page.locator("#source-text mark").first()).isVisible();
        assertThat(page.locator("#gaps")).isVisible();
        page.keyboard().press("Escape");
        gap.getByText("Ask again").click();
        assertThat(page.locator("#chat")).isVisible();
        assertThat(page.locator(".turn .question")).hasText("Which colour has the moon base?");
    }

    @Test
    void isReachedAndUsedByKeyboardAlone() {
        leaveOpen("Who waters the plants on the roof terrace?");
        open("/");
        page.keyboard().press("Escape");
        page.keyboard().press("g");
        assertThat(page.locator("#gaps-title")).isFocused();
        Locator gap = gap("roof terrace");
        gap.waitFor();

        for (int i = 0;
                i < 40 && !(Boolean) gap.locator(".mark").evaluate("one => one === document.activeElement");
                i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");

        assertThat(gap.getByText("Undo")).isFocused();
    }

    @Test
    void theTableIsDownloaded() throws IOException {
        leaveOpen("Where is the submarine parked?");

        Download download = page.waitForDownload(() -> page.locator("#gaps-csv").click());

        Assertions.assertThat(download.suggestedFilename()).isEqualTo("gaps.csv");
        Assertions.assertThat(Files.readString(download.path())).contains("Where is the submarine parked?");
    }

    @ParameterizedTest
    @CsvSource({"1280, 800, LIGHT", "1280, 800, DARK", "390, 844, LIGHT", "390, 844, DARK"})
    void axeFindsNothingNothingOverflowsAndHostileTextStaysText(int width, int height, ColorScheme colours) {
        page = newPage(width, height, colours);
        page.route(
                "**/api/gaps?*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(HOSTILE)));

        open("/#gaps");

        assertThat(page.locator("#gap-list li.gap")).hasCount(2);
        assertThat(page.locator(".gap h3").first()).hasText("<img src=x onerror=alert(1)> How do I?");
        for (Locator summary : page.locator(".gap summary").all()) {
            summary.click();
        }
        Assertions.assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        Assertions.assertThat(page.evaluate("""
            () => [...document.querySelectorAll('#gaps *')].filter((one) => one.checkVisibility())
              .filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 80))\
            """)).isEqualTo(List.of());
    }

    @Test
    void whoMayNotSeeThemIsToldSo() {
        page.route(
                "**/api/gaps?*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(403)
                        .setContentType("application/problem+json")
                        .setBody("{\"status\":403,\"title\":\"Forbidden\",\"detail\":\"this needs an"
                                + " administrator's token\"}")));

        open("/#gaps");

        assertThat(page.locator("#gaps-none")).hasText("this needs an administrator's token");
    }

    private static final String HOSTILE = """
        {"gaps": [{"id": "a", "question": "<img src=x onerror=alert(1)> How do I?", "asked": 12, "open": 3,
          "kinds": {"notFound": 10, "unsupported": 1, "unhelpful": 2}, "channels": ["http", "slack"],
          "firstAskedAt": "2026-01-02T10:00:00Z", "lastAskedAt": "2026-03-01T10:00:00Z", "doneAt": "2026-02-01T10:00:00Z",
          "questions": [{"text": "<b>How</b> do I?", "asked": 11}, {"text": "\\u202Edesrever %s", "asked": 1}],
          "comments": ["This is the <i>old</i> policy; the new one has been on the intranet since January, please add it."],
          "closest": [{"number": 1, "documentId": "d", "title": "Travel <handbook>", "source": "travel.md", "page": 3,
            "headings": ["Allowances"], "quote": "The daily allowance within the country is 28 euros.", "start": 0,
            "end": 51, "hash": "h", "link": "/documents/d?start=0&end=51&hash=h"}]},
         {"id": "b", "question": "كيف أقدم طلب إجازة؟", "asked": 1, "open": 1,
          "kinds": {"notFound": 1, "unsupported": 0, "unhelpful": 0}, "channels": [],
          "firstAskedAt": "2026-03-01T10:00:00Z", "lastAskedAt": "2026-03-01T10:00:00Z", "doneAt": null,
          "questions": [{"text": "كيف أقدم طلب إجازة؟", "asked": 1}], "comments": [], "closest": []}],
         "total": 2, "asked": 13}\
        """.formatted("x".repeat(300));
}
