package io.docent.channel.http.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The browser that is installed; all tests of a run share one. */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static @Nullable Browser browser;

    private Chromium() {}

    /**
     * The browser. Where there is none the test is skipped, unless {@code DOCENT_REQUIRE_BROWSER=true}: then it fails.
     */
    static synchronized Browser get() {
        if (browser == null) {
            browser = launch(executable());
        }
        return browser;
    }

    private static Path executable() {
        Optional<Path> found = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            String missing = "no browser is installed: on Debian or Ubuntu, apt-get install chromium";
            if ("true".equals(System.getenv("DOCENT_REQUIRE_BROWSER"))) {
                throw new AssertionError(missing);
            }
            Assumptions.abort("The page was not tested, since " + missing);
        }
        return found.orElseThrow();
    }

    private static Browser launch(Path executable) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }
}
