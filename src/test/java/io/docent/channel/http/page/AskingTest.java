package io.docent.channel.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class AskingTest extends PageTest {

    @Test
    void enterAsksAndEverySentenceCarriesItsMarker() {
        open("/");
        assertThat(page.locator("#question")).isFocused();

        Locator turn = ask(ALLOWANCE);

        assertThat(turn.locator(".answer")).containsText("Abroad it is 45 euros per day");
        assertThat(turn.locator(".answer a.marker").first()).hasText("1");
        assertThat(turn.locator(".status")).isHidden();
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void shiftEnterBreaksTheLine() {
        open("/");
        page.locator("#question").fill("first line");

        page.locator("#question").press("Shift+Enter");

        assertThat(page.locator("#question")).hasValue("first line\n");
        assertThat(page.locator(".turn")).hasCount(0);
    }

    @Test
    void hoveringAMarkerShowsTheExactQuoteWithItsPlace() {
        open("/");
        Locator turn = ask("What is the coolant of the research reactor?");

        turn.locator("a.marker").first().hover();

        Locator card = page.locator("#card");
        assertThat(card.locator("blockquote")).hasText("The coolant of the research reactor is heavy water.");
        assertThat(card.locator(".card-title")).hasText("Inspection report");
        assertThat(card.locator(".card-place")).containsText("page 2");
        page.keyboard().press("Escape");
        assertThat(card).isHidden();
    }

    @Test
    void clickingAMarkerOpensItsDocumentAtTheHighlightedQuote() {
        open("/");
        Locator turn = ask(ALLOWANCE);
        String quote = (String) page.evaluate("""
                async () => {
                  const list = await (await fetch('/api/conversations')).json();
                  const told = await (await fetch('/api/conversations/' + list.conversations[0].id)).json();
                  return told.turns.at(-1).citations.at(-1).quote;
                }""");

        turn.locator("a.marker").last().click();

        Locator mark = page.locator("#source-text mark");
        assertThat(mark).isVisible();
        assertThat(mark).isInViewport();
        Assertions.assertThat(String.join("", mark.allTextContents())).isEqualTo(quote);
        assertThat(page.locator("#source-title")).hasText("Travel handbook");
        assertThat(page.locator("#question")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#source")).isHidden();
        assertThat(turn.locator("a.marker").last()).isFocused();
    }

    @Test
    void stepsThroughTheCitationsOfAnAnswer() {
        open("/");
        Locator turn = ask(ALLOWANCE);
        turn.locator("a.marker").first().click();
        assertThat(page.locator("#source-step")).hasText("1 of 2");
        String first = page.locator("#source-text mark").textContent();

        page.locator("#source-next").click();

        assertThat(page.locator("#source-step")).hasText("2 of 2");
        assertThat(page.locator("#source-text mark")).not().hasText(first);
    }

    @Test
    void aFollowUpTellsWhatWasSearchedForAndAReloadContinuesTheConversation() {
        open("/");
        ask("How long does a rollback take?");
        Locator followUp = ask("Who decides on it?");
        assertThat(followUp.locator(".searched")).containsText(Pattern.compile("Searched for .*rollback"));

        page.reload();

        assertThat(page.locator(".turn")).hasCount(2);
        assertThat(page.locator(".turn .question").first()).hasText("How long does a rollback take?");
        assertThat(page.locator("#conversations a[aria-current]")).hasText("How long does a rollback take?");
        ask("What is cut on the first Tuesday?");
        assertThat(page.locator(".turn")).hasCount(3);
    }

    @Test
    void aConversationIsDeletedAndANewOneBegunWithOneKey() {
        open("/");
        ask("Where is damage to luggage reported?");
        page.keyboard().press("Escape");
        page.keyboard().press("n");
        assertThat(page.locator(".turn")).hasCount(0);
        assertThat(page.locator("#question")).isFocused();
        Locator entry = page.locator("#conversations li")
                .filter(new Locator.FilterOptions().setHasText("Where is damage to luggage reported?"));
        assertThat(entry).hasCount(1); // or the list is counted before it has the new one
        int before = page.locator("#conversations li").count();

        entry.first().hover();
        entry.first().getByRole(AriaRole.BUTTON).click();
        page.locator("#confirm [data-yes]").click();

        assertThat(page.locator("#confirm")).isHidden();
        assertThat(page.locator("#conversations li")).hasCount(Math.max(1, before - 1));
        assertThat(entry).hasCount(0);
    }

    @Test
    void whatTheDocumentsDoNotHoldIsSaidPlainlyWithTheClosestPassages() {
        open("/");

        Locator turn = ask("Who painted the Mona Lisa in Florence?");

        assertThat(turn).hasClass(Pattern.compile("not-found"));
        assertThat(turn.locator(".answer")).containsText("not in the documents");
        assertThat(turn.locator(".places h3")).containsText("do not answer it");
        assertThat(turn.locator(".answer a.marker")).hasCount(0);
        turn.locator(".place").first().click();
        assertThat(page.locator("#source-text mark").first()).isVisible();
    }

    @Test
    void copiesTheAnswerWithItsSources() {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        open("/");
        Locator turn = ask("How long does a rollback take?");

        turn.locator(".copy").click();

        assertThat(turn.locator(".copy")).hasText("Copied");
        String copied = (String) page.evaluate("navigator.clipboard.readText()");
        Assertions.assertThat(copied)
                .contains("four minutes")
                .contains("Sources")
                .contains("[1] Release process, Rollback")
                .contains(site().address() + "/documents/");
    }

    @Test
    void takesWhetherAnAnswerHelpedAndAComment() {
        open("/");
        Locator turn = ask("How long does a rollback take?");

        page.waitForResponse(
                response -> response.url().endsWith("/feedback") && response.status() == 204,
                () -> turn.locator(".unhelpful").click());
        turn.locator(".comment textarea").fill("<b>The</b> colour is missing");
        String sent = page.waitForRequest(
                        "**/feedback",
                        () -> turn.locator(".comment [type=submit]").click())
                .postData();

        Assertions.assertThat(sent).contains("\"helpful\":false").contains("<b>The</b> colour is missing");
        assertThat(turn.locator(".comment [role=status]")).hasText("Thank you.");
        assertThat(turn.locator(".unhelpful")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void explainsWithTheScoresOfEveryPassageAndWhyItWasCut() {
        open("/");
        Locator turn = ask(ALLOWANCE);

        turn.locator(".explain").click();

        assertThat(turn.locator(".considered .verdict").first()).hasText("cited");
        assertThat(turn.locator(".considered").last()).containsText("Not used:");
        assertThat(turn.locator(".considered").first().locator(".score span"))
                .hasText(new String[] {"Words", "Meaning", "Terms", "Sentences", "Together"});
        page.reload();
        page.locator(".turn .explain").click();
        assertThat(page.locator(".explanation h3")).hasText("What the same search finds now");
        assertThat(page.locator(".considered .verdict").first()).hasText("cited");
    }

    @Test
    void asksOneDocumentAloneUntilToldOtherwise() {
        open("/#documents");
        page.getByLabel("Ask only Release process").click();
        assertThat(page.locator("#scope")).containsText("Release process");

        Locator turn = ask(ALLOWANCE);

        assertThat(turn).hasClass(Pattern.compile("not-found"));
        page.locator("#scope button").click();
        assertThat(ask(ALLOWANCE).locator(".answer")).containsText("45 euros");
    }
}
