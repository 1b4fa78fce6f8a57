package io.docent.channel.http.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Opens the page in a fresh session for each test. */
abstract class PageTest {

    static final String ALLOWANCE = "What is the daily allowance abroad?";

    private final List<BrowserContext> contexts = new ArrayList<>();

    /** What the browser complained of: scripts that failed, what the content security policy kept out. */
    final List<String> complaints = new ArrayList<>();

    Page page;

    Site site() {
        return Site.shared();
    }

    @BeforeEach
    void openABrowser() {
        page = newPage(1280, 800, ColorScheme.LIGHT);
    }

    @AfterEach
    void closeTheBrowser() {
        contexts.forEach(BrowserContext::close);
    }

    final Page newPage(int width, int height, ColorScheme colours) {
        Browser browser = Chromium.get();
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(site().address())
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setHasTouch(width < 600)
                .setColorScheme(colours));
        contexts.add(context);
        context.setDefaultTimeout(15_000);
        Page opened = context.newPage();
        opened.onPageError(complaints::add);
        opened.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        return opened;
    }

    final void open(String path) {
        page.navigate(path);
    }

    /** Asks and waits until the answer is there. */
    final Locator ask(String question) {
        int before = page.locator(".turn").count();
        page.locator("#question").fill(question);
        page.locator("#question").press("Enter");
        Locator turn = page.locator(".turn").nth(before);
        turn.locator(".actions").waitFor();
        return turn;
    }
}
