package io.docent.channel.http.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class FirstViewTest extends PageTest {

    private static final long MOST_BYTES = 150_000;

    @Test
    void weighsLittleAndComesFromHereAlone() {
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        AtomicLong bytes = new AtomicLong();
        network.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        List<String> elsewhere = new ArrayList<>();
        page.onRequest(request -> {
            if (!request.url().startsWith(site().address())) {
                elsewhere.add(request.url());
            }
        });

        open("/");
        page.locator("#examples button").first().waitFor();

        Assertions.assertThat(bytes.get()).isBetween(10_000L, MOST_BYTES);
        Assertions.assertThat(elsewhere).isEmpty();
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void evenWithEveryLibraryOfTheAnswersItStaysBelow() {
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        AtomicLong bytes = new AtomicLong();
        network.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));

        open("/");
        page.locator("#examples button").first().waitFor();
        page.evaluate("() => import(document.querySelector('script').src.replace('app.js', 'markdown.js'))");

        Assertions.assertThat(bytes.get()).isBetween(10_000L, MOST_BYTES);
    }

    @Test
    void filesAreKeptUnderTheirContentsHashAndThePageIsAskedForAnew() {
        List<Response> responses = new ArrayList<>();
        page.onResponse(responses::add);

        Response first = page.navigate("/");

        page.locator("#examples button").first().waitFor();
        Assertions.assertThat(first.headerValue("cache-control")).isEqualTo("no-cache");
        List<Response> assets = responses.stream()
                .filter(response -> response.url().contains("/assets/"))
                .toList();
        Assertions.assertThat(assets).hasSizeGreaterThan(10).allSatisfy(response -> {
            Assertions.assertThat(response.status()).isEqualTo(200);
            Assertions.assertThat(response.headerValue("cache-control")).contains("immutable");
            Assertions.assertThat(response.headerValue("x-content-type-options"))
                    .isEqualTo("nosniff");
        });
    }

    @Test
    void paintsBeforeTheApiHasAnswered() {
        page.route("**/api/**", route -> {
            // Never answered.
        });

        page.navigate("/");

        assertThat(page.locator(".welcome h2")).isVisible();
        assertThat(page.locator("#question")).isFocused();
    }
}
