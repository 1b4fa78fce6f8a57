package io.docent.channel.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A server that is slow, wants a token, takes small files only, and is stopped and started again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TroubleTest extends PageTest {

    private static final String TOKEN = "a-token-of-the-team";
    private static final String READER = "a-token-of-a-reader";

    private Site own = Site.with(Map.of(
            "docent.access.tokens",
            List.of(TOKEN, "reader:" + READER),
            "docent.test.pause",
            "800ms",
            "micronaut.server.max-request-size",
            "200KB",
            "micronaut.server.multipart.max-file-size",
            "100KB"));

    @Override
    Site site() {
        return own;
    }

    @AfterAll
    void stop() {
        own.close();
    }

    private void openWithToken(String path) {
        open("/#token=" + TOKEN);
        page.waitForURL(site().address() + "/");
        if (!path.equals("/")) {
            page.navigate(path);
        }
    }

    @Test
    void asksForTheTokenOnceAndSaysWhenItIsWrong() {
        open("/");
        Locator dialog = page.locator("#token");
        assertThat(dialog).isVisible();

        page.locator("#token-text").fill("not the one of this team");
        page.locator("#token-text").press("Enter");
        assertThat(page.locator("#token-wrong")).containsText("not accepted");
        page.locator("#token-text").fill(TOKEN);
        page.locator("#token-text").press("Enter");

        assertThat(dialog).isHidden();
        page.reload();
        page.locator("#conversations li").first().waitFor();
        assertThat(dialog).isHidden();
        Assertions.assertThat(page.context().cookies())
                .singleElement()
                .satisfies(cookie -> Assertions.assertThat(cookie.httpOnly).isTrue());
    }

    @Test
    void takesTheTokenOutOfTheAddress() {
        openWithToken("/");

        Assertions.assertThat(page.url()).doesNotContain("token");
        page.locator("#conversations li").first().waitFor();
        assertThat(page.locator("#token")).isHidden();
    }

    @Test
    void readersDoNotSeeWhatIsForAdministrators() {
        openWithToken("/");
        assertThat(page.locator("#to-gaps")).isVisible();

        page = newPage(1280, 800, ColorScheme.LIGHT);
        open("/#token=" + READER);

        assertThat(page.locator("#to-gaps")).isHidden();
        page.locator("#to-documents").click();
        assertThat(page.locator("#document-list a").first()).isVisible();
        assertThat(page.locator("#drop")).isHidden();
        page.locator("#help").click();
        assertThat(page.locator("#keys dd", new Page.LocatorOptions().setHasText("Find in the open document")))
                .isVisible();
        assertThat(page.locator("#keys dd", new Page.LocatorOptions().setHasText("Gaps")))
                .isHidden();
    }

    @Test
    void tellsWhatIsHappeningStreamsAndStops() {
        openWithToken("/");
        page.locator("#question").fill(ALLOWANCE);
        page.locator("#question").press("Enter");
        Locator turn = page.locator(".turn");
        assertThat(turn.locator(".status")).containsText("Searching");
        assertThat(turn.locator(".status")).containsText(Pattern.compile("Reading \\d+ passages? in 1 document"));
        assertThat(turn.locator(".status")).containsText("Writing");
        assertThat(turn.locator(".answer")).containsText("28 euros");

        page.locator("#stop").click();

        assertThat(turn.locator(".problem")).containsText("Stopped.");
        assertThat(turn.locator(".answer")).not().containsText("45 euros");
        assertThat(page.locator("#send")).isVisible();
        turn.locator(".problem button").click();
        assertThat(turn.locator(".answer")).containsText("45 euros");
        assertThat(turn.locator(".answer a.marker")).hasCount(2);
        assertThat(page.locator(".turn")).hasCount(1);
    }

    @Test
    void aQuestionSurvivesARestartOfTheServer() {
        openWithToken("/");
        ask("How long does a rollback take?");
        own.stop();

        page.locator("#question").fill(ALLOWANCE);
        page.locator("#question").press("Enter");
        assertThat(page.locator("#banner")).containsText("cannot be reached");
        assertThat(page.locator(".turn").last().locator(".status")).containsText("asked again");
        own.start();

        assertThat(page.locator(".turn").last().locator(".answer"))
                .containsText(
                        "45 euros",
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(20_000));
        assertThat(page.locator("#banner")).isHidden();
        assertThat(page.locator(".turn")).hasCount(2);
    }

    @Test
    void tellsWhenToTryAgainWhereThereIsTooMuchToDo() {
        openWithToken("/");
        page.route(
                "**/api/chat/stream",
                route -> route.fulfill(
                        new Route.FulfillOptions()
                                .setStatus(429)
                                .setHeaders(Map.of("Retry-After", "2", "Content-Type", "application/problem+json"))
                                .setBody(
                                        "{\"status\":429,\"title\":\"Too many\",\"detail\":\"ten questions a minute are allowed\"}")));
        page.locator("#question").fill(ALLOWANCE);
        page.locator("#question").press("Enter");
        Locator problem = page.locator(".turn .problem");
        assertThat(problem).containsText("ten questions a minute are allowed. Try again in 2 seconds.");
        assertThat(problem.locator("button")).isDisabled();
        page.unroute("**/api/chat/stream");

        assertThat(problem.locator("button")).isEnabled();
        problem.locator("button").click();

        assertThat(page.locator(".turn .answer")).containsText("45 euros");
    }

    @Test
    void aQuestionThatIsTooLongIsKeptToBeShortened() {
        openWithToken("/");
        page.locator("#question").fill("x".repeat(2_134));
        assertThat(page.locator("#question-note")).containsText("too long by 134");

        page.locator("#question").press("Enter");

        assertThat(page.locator("#question-note")).containsText("Leave out 134");
        assertThat(page.locator(".turn")).hasCount(0);
        Assertions.assertThat(page.locator("#question").inputValue()).hasSize(2_134);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWithAReason() {
        openWithToken("/#documents");

        page.locator("#files").setInputFiles(new FilePayload("large.txt", "text/plain", new byte[150_000]));

        assertThat(page.locator("#uploads .outcome")).containsText("150 kB large, more than the server takes");
    }
}
