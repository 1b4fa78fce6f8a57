package io.docent.channel.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For whoever uses it, with whatever. */
class EveryoneTest extends PageTest {

    private void isAccessible(String view) {
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        Assertions.assertThat(violations)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .as(view)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axeFindsNothingInAnyView(ColorScheme colours) {
        page = newPage(1280, 800, colours);
        open("/");
        page.locator("#examples button").first().waitFor();
        isAccessible("empty page");
        Locator turn = ask(ALLOWANCE);
        isAccessible("answer");
        turn.locator(".explain").click();
        turn.locator(".considered").first().waitFor();
        turn.locator(".helpful").click();
        turn.locator(".comment").waitFor();
        isAccessible("explanation and comment");
        turn.locator("a.marker").first().hover();
        page.locator("#card").waitFor();
        isAccessible("hover card");
        turn.locator("a.marker").first().click();
        page.locator("#source-text mark").waitFor();
        page.locator("#source-outline").click();
        page.locator("#source-find").click();
        page.locator("#find-text").fill("the");
        isAccessible("source");
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        ask("Who painted the Mona Lisa in Florence?");
        isAccessible("not found");
        page.locator("#conversations button").last().focus();
        page.keyboard().press("Enter");
        isAccessible("confirmation");
        page.keyboard().press("Escape");
        page.locator("#to-documents").click();
        page.locator("#document-list a").first().waitFor();
        isAccessible("documents");
        page.locator("#help").click();
        isAccessible("keyboard overview");
        page.keyboard().press("Escape");
        open(page.locator("#document-list a").first().getAttribute("href") + "?start=0&end=20");
        page.locator("#source-text mark").waitFor();
        isAccessible("viewer");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void onAPhoneNothingOverflowsAndAxeFindsNothing(ColorScheme colours) {
        page = newPage(390, 844, colours);
        open("/");
        Locator turn = ask(ALLOWANCE);
        fitsTheScreen();
        isAccessible("answer");
        turn.locator("a.marker").first().tap();
        page.locator("#source-text mark").waitFor();
        assertThat(page.locator("#main")).hasAttribute("inert", "");
        fitsTheScreen();
        isAccessible("source");
        page.goBack();
        assertThat(page.locator("#source")).isHidden();
        assertThat(turn).isVisible();
        page.locator("#menu").tap();
        assertThat(page.locator("#new")).isFocused();
        isAccessible("menu");
        page.locator("#to-documents").tap();
        page.locator("#document-list a").first().waitFor();
        assertThat(page.locator("#side")).not().isInViewport();
        fitsTheScreen();
        isAccessible("documents");
    }

    private void fitsTheScreen() {
        Object wide = page.evaluate("""
                () => [...document.querySelectorAll('main, .source, .turn, .composer, .documents > *, button, a')]
                  .filter((one) => one.checkVisibility() && !one.closest('.side, .skip') && !one.matches('.skip'))
                  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 80))""");
        Assertions.assertThat((List<?>) wide).isEmpty();
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void isUsableAtTwiceTheSize() {
        // What 200 % zoom makes of a screen of 1280 by 800.
        page = newPage(640, 400, ColorScheme.LIGHT);
        open("/");

        Locator turn = ask(ALLOWANCE);

        fitsTheScreen();
        turn.locator("a.marker").first().click();
        assertThat(page.locator("#source-text mark")).isInViewport();
        fitsTheScreen();
    }

    @Test
    void everythingCanBeDoneByKeyboardAlone() {
        open("/");
        page.keyboard().type(ALLOWANCE);
        page.keyboard().press("Enter");
        Locator turn = page.locator(".turn");
        turn.locator(".actions").waitFor();
        page.keyboard().press("Escape");
        page.keyboard().press("o");
        assertThat(page.locator("#source-text mark")).isVisible();
        assertThat(page.locator("#source-title")).isFocused();
        page.keyboard().press("j");
        assertThat(page.locator("#source-step")).hasText("2 of 2");
        page.keyboard().press("f");
        page.keyboard().type("insured");
        assertThat(page.locator("#find-count")).hasText("1 of 1");
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        assertThat(page.locator("#source")).isHidden();
        page.keyboard().press("e");
        turn.locator(".considered").first().waitFor();
        page.keyboard().press("d");
        assertThat(page.locator("#documents-title")).isFocused();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("c");
        assertThat(page.locator("#conversations a").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#chat")).isVisible();
        assertThat(turn).hasCount(1);
        page.keyboard().press("/");
        page.keyboard().type("some words");
        page.keyboard().press("Alt+n");
        assertThat(page.locator(".turn")).hasCount(0);
    }

    @Test
    void aListThatIsReadAnewLeavesTheFocusWhereItWas() {
        open("/");
        ask(ALLOWANCE);
        Locator delete = page.locator("#conversations li:has([aria-current]) button");
        delete.focus();

        page.evaluate("""
                async () => {
                  const app = document.querySelector('script[type=module]').src;
                  await (await import(new URL('conversations.js', app))).refresh();
                }""");

        assertThat(delete).isFocused();
    }

    @Test
    void everyStopOfTheTabKeyIsVisible() {
        open("/");
        ask(ALLOWANCE);
        page.locator(".skip").focus();

        int stops = 0;
        String first = "";
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            String stop = (String) page.evaluate("""
                    () => {
                      const one = document.activeElement;
                      if (one === document.body) return 'end';
                      const { width, height } = one.getBoundingClientRect();
                      const style = getComputedStyle(one);
                      const box = one.closest('.composer-box, .filter');
                      const marked = style.outlineStyle !== 'none' || (box && getComputedStyle(box).boxShadow !== 'none');
                      return (width > 0 && height > 0 && marked ? '' : 'invisible: ') + one.outerHTML.slice(0, 100);
                    }""");
            if (stop.equals("end") || stop.equals(first)) {
                break;
            }
            first = first.isEmpty() ? stop : first;
            Assertions.assertThat(stop).doesNotStartWith("invisible");
            stops++;
        }
        Assertions.assertThat(stops).isGreaterThan(12);
    }
}
