package io.docent.channel.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentsTest extends PageTest {

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/markdown", text.getBytes(StandardCharsets.UTF_8));
    }

    private Locator upload(FilePayload... files) {
        page.locator("#files").setInputFiles(files);
        return page.locator("#uploads li");
    }

    @Test
    void takesAFileAnswersFromItAndForgetsItWhenItIsDeleted() {
        open("/#documents");
        Locator row = upload(file("kitchen.md", "# Kitchen rules\n\nThe espresso machine is descaled every Friday.\n"));
        assertThat(row.locator(".outcome")).hasText("Indexed");
        Locator entry =
                page.locator("#document-list li").filter(new Locator.FilterOptions().setHasText("Kitchen rules"));
        assertThat(entry).containsText("indexed, 1 passage");

        page.locator("#new").click();
        assertThat(ask("When is the espresso machine descaled?").locator(".answer"))
                .containsText("every Friday");

        page.locator("#to-documents").click();
        entry.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                .click();
        page.locator("#confirm [data-yes]").click();
        assertThat(entry).hasCount(0);
    }

    @Test
    void tellsForEachFileWhyItCannotBeRead() {
        open("/#documents");

        Locator rows = upload(
                new FilePayload("broken.pdf", "application/pdf", "no PDF at all".getBytes(StandardCharsets.UTF_8)),
                new FilePayload("empty.md", "text/markdown", new byte[0]));

        assertThat(rows).hasCount(2);
        for (Locator row : rows.all()) {
            assertThat(row).hasClass("bad");
            assertThat(row.locator(".outcome")).hasText(Pattern.compile("Not readable: .{10,}"));
        }
    }

    @Test
    void asksBeforeADocumentOfTheSameNameIsReplaced() {
        open("/#documents");
        assertThat(upload(file("menu.md", "# Menu\n\nOn Mondays there is soup.\n"))
                        .locator(".outcome"))
                .hasText("Indexed");

        Locator again = upload(file("menu.md", "# Menu\n\nOn Mondays there is curry.\n"))
                .first();
        assertThat(again.locator(".outcome")).hasText("A document of this name is there already.");
        again.getByText("Replace it").click();

        assertThat(again.locator(".outcome")).hasText("Indexed");
    }

    @Test
    void findsDocumentsByTitleOrName() {
        open("/#documents");

        page.locator("#filter-text").fill("reactor");

        assertThat(page.locator("#document-list li")).hasCount(1);
        assertThat(page.locator("#document-list a.title")).hasText("Inspection report");
        page.locator("#filter-text").fill("nothing has this name");
        assertThat(page.locator("#documents-none")).containsText("No document has this");
    }

    @Test
    void aFileDroppedOnTheViewIsTaken() {
        open("/#documents");

        page.evaluate("""
                () => {
                  const data = new DataTransfer();
                  data.items.add(new File(['# Dropped\\n\\nA dropped file is taken.\\n'], 'dropped.md'));
                  document.getElementById('drop').dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data }));
                }""");

        assertThat(page.locator("#uploads .outcome")).hasText("Indexed");
    }

    @Test
    void showsHowFarIndexingIsAndWhichFilesCannotBeRead() {
        page.route(
                "**/api/ingestion/stream",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setContentType("text/event-stream")
                        .setBody("""
                                event: progress
                                data: {"state":"running","done":250,"total":1000,"failures":[{"source":"<i>x</i>.pdf","reason":"it is encrypted"}],"passagesPerSecond":97.4,"etaSeconds":200}

                                """)));

        open("/#documents");

        assertThat(page.locator("#scan")).containsText("Indexing 250 of 1,000 files");
        assertThat(page.locator("#scan")).containsText("97 passages/s");
        assertThat(page.locator("#scan")).containsText("about 3 minutes left");
        assertThat(page.locator("#indexing")).isVisible();
        page.locator("#failures summary").click();
        assertThat(page.locator("#failures li")).hasText("<i>x</i>.pdf: it is encrypted");
    }
}
