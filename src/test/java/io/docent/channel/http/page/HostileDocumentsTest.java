package io.docent.channel.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What documents and their names hold stays text. */
class HostileDocumentsTest extends PageTest {

    @Test
    void aQuoteWithMarkupAndMarkersOfItsOwnIsShownAsItStands() {
        List<String> elsewhere = new ArrayList<>();
        page.onRequest(request -> {
            if (!request.url().startsWith(site().address())) {
                elsewhere.add(request.url());
            }
        });
        open("/");

        Locator turn = ask("How long is a visitor badge valid?");

        assertThat(turn.locator(".answer")).containsText("nine hours");
        assertThat(turn.locator(".answer a"))
                .hasCount(turn.locator(".answer a.marker").count());
        assertThat(turn.locator(".answer a.marker[data-number='7']")).hasCount(0);
        assertThat(turn.locator(".answer :is(script, b, img)")).hasCount(0);
        turn.locator(".answer a.marker").first().click();
        assertThat(page.locator("#source-text mark").first()).isVisible();
        assertThat(page.locator("#source-text :is(script, b, img, a)")).hasCount(0);
        assertThat(page.locator("#source-place bdi")).hasText("badge<b>rules.md");
        page.locator("#to-documents").click();
        assertThat(page.locator("#document-list")).containsText("badge<b>rules.md");
        Assertions.assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
        Assertions.assertThat((String) page.evaluate("document.getElementById('document-list').textContent"))
                .doesNotContain("\u202E");
        Assertions.assertThat(elsewhere).isEmpty();
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void aQuestionWithMarkupStaysText() {
        open("/");

        Locator turn = ask("<img src=x onerror=window.hacked=1> What is **bold**?");

        assertThat(turn.locator(".question")).hasText("<img src=x onerror=window.hacked=1> What is **bold**?");
        assertThat(page.locator("#conversations")).containsText("<img src=x");
        Assertions.assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
    }

    @Test
    void arabicIsSetFromTheRightAndJapaneseIsNotBroken() {
        open("/#documents");
        page.locator("#document-list").getByText("دليل المكتبة").click();
        assertThat(page.locator("#source-title")).hasText("دليل المكتبة");
        assertThat(page.locator("#source-title")).hasCSS("direction", "rtl");
        page.keyboard().press("Escape");

        page.locator("#document-list").getByText("図書館の案内").click();

        assertThat(page.locator("#source-text")).containsText("貸出期間は二週間です。");
    }

    @Test
    void noOtherSiteMayFrameThePageOrBringScripts() {
        String policy = page.navigate("/").headerValue("content-security-policy");

        Assertions.assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self';", "style-src 'self';")
                .doesNotContain("unsafe-inline", "unsafe-eval", "data:", "http:");
        Assertions.assertThat(page.content()).doesNotContain("style=\"").doesNotContain("onclick=");
    }
}
