package io.docent.channel.http.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Pictures of every view, to be looked at. {@code mvn test -Dtest=ScreenshotsIT} writes them to target/screenshots; with
 * {@code -Dscreenshots=docs/images} those that the documentation shows go there.
 */
class ScreenshotsIT extends PageTest {

    private static final Path FOLDER = Path.of(System.getProperty("screenshots", "target/screenshots"));

    @Test
    void desktopInLight() {
        take(1280, 800, ColorScheme.LIGHT, "light");
    }

    @Test
    void desktopInDark() {
        take(1280, 800, ColorScheme.DARK, "dark");
    }

    @Test
    void phoneInDark() {
        take(390, 844, ColorScheme.DARK, "phone-dark");
    }

    @Test
    void phoneInLight() {
        take(390, 844, ColorScheme.LIGHT, "phone-light");
    }

    private void take(int width, int height, ColorScheme colours, String name) {
        page = newPage(width, height, colours);
        boolean all = System.getProperty("screenshots") == null;
        open("/");
        page.locator("#examples button").first().waitFor();
        shoot("welcome-" + name, all);
        ask("How long does a rollback take?");
        Locator turn = ask(ALLOWANCE);
        shoot("chat-" + name, name.equals("phone-dark") || all);
        if (width > 600) {
            turn.locator("a.marker").first().hover();
            page.locator("#card").waitFor();
            shoot("card-" + name, all);
        }
        turn.locator("a.marker").last().click();
        page.locator("#source mark").first().waitFor();
        page.waitForTimeout(300);
        shoot("source-" + name, name.equals("light") || all);
        if (!all) {
            return;
        }
        page.keyboard().press("Escape");
        turn.locator(".explain").click();
        turn.locator(".considered").first().waitFor();
        turn.locator(".explanation").scrollIntoViewIfNeeded();
        shoot("explain-" + name, true);
        turn.locator(".explain").click();
        turn.locator(".unhelpful").click();
        ask("Who painted the Mona Lisa in Florence?");
        shoot("not-found-" + name, true);
        turn = ask("What is the coolant of the research reactor?");
        turn.locator("a.marker").first().click();
        page.locator("#source-pdf").click();
        page.locator("#source canvas").waitFor();
        shoot("pdf-" + name, true);
        page.keyboard().press("Escape");
        page.waitForTimeout(300);
        open("/#documents");
        page.locator("#document-list a").first().waitFor();
        shoot("documents-" + name, true);
        open("/#gaps");
        page.locator(".gap summary").first().click();
        shoot("gaps-" + name, true);
        page.locator("#main").press("?");
        shoot("keys-" + name, true);
        page.keyboard().press("Escape");
        if (width < 600) {
            page.locator("#menu").click();
            page.waitForTimeout(300);
            shoot("menu-" + name, true);
        }
        String viewer = page.locator("#document-list a").last().getAttribute("href");
        open(viewer + "?start=120&end=200");
        shoot("viewer-" + name, true);
    }

    private void shoot(String name, boolean wanted) {
        if (wanted) {
            page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
        }
    }
}
