package io.docent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.HttpApi.Response;
import io.docent.HttpService;
import io.docent.RawHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told, and which pages of other sites may call. */
class BrowserHeadersTest {

    private static final String INTRANET = "https://intranet.example.org";

    @TempDir
    Path root;

    private HttpService start(Map<String, Object> settings) throws IOException {
        Path folder = Files.createDirectories(root.resolve("folder"));
        Files.writeString(folder.resolve("office.txt"), "42 people work in Berlin.");
        return new HttpService(folder, root.resolve("data"), settings);
    }

    private static String send(HttpService service, String request, String... headers) throws IOException {
        try (RawHttp raw = new RawHttp(service.port())) {
            raw.send(request + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers)
                    + "\r\nConnection: close\r\n\r\n");
            return raw.readUntil("never to be found");
        }
    }

    @Test
    void everyResponseIsGuardedErrorsToo() throws IOException {
        try (HttpService service = start(Map.of())) {
            for (String path : List.of("/", "/api/documents", "/nothing", "/api/search", "/health", "/api/answers/x")) {
                Response response = service.api().get(path);

                assertThat(response.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
                assertThat(response.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
                assertThat(response.header("Content-Security-Policy"))
                        .as(path)
                        .contains("default-src 'none'", "frame-ancestors 'none'");
                assertThat(response.header("Cross-Origin-Resource-Policy"))
                        .as(path)
                        .isEqualTo("same-origin");
                assertThat(response.header("Cache-Control")).as(path).isIn("no-store", "no-cache");
                assertThat(response.headers().map())
                        .as(path)
                        .doesNotContainKeys("access-control-allow-origin", "server", "x-powered-by");
            }
            assertThat(send(service, "GET /api/documents", "Origin: https://evil.example"))
                    .startsWith("HTTP/1.1 403")
                    .containsIgnoringCase("nosniff")
                    .doesNotContainIgnoringCase("access-control");
        }
    }

    @Test
    void aPageOfTheSettingsMayFrameThePageAndNothingElse() throws IOException {
        try (HttpService service = start(Map.of("docent.access.frame-ancestors", INTRANET))) {
            assertThat(service.api().get("/").header("Content-Security-Policy"))
                    .contains("frame-ancestors " + INTRANET)
                    .doesNotContain("frame-ancestors 'none'");
            assertThat(service.api().get("/api/documents").header("Content-Security-Policy"))
                    .contains("frame-ancestors 'none'");
        }
    }

    @Test
    void aPageOfTheSettingsMayCallAndNoOther() throws IOException {
        try (HttpService service = start(Map.of("docent.access.origins", INTRANET))) {
            assertThat(send(service, "GET /api/documents", "Origin: " + INTRANET, "Sec-Fetch-Site: cross-site"))
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("access-control-allow-origin: " + INTRANET)
                    .containsIgnoringCase("vary: origin")
                    .doesNotContainIgnoringCase("allow-credentials");
            assertThat(send(
                            service,
                            "OPTIONS /api/chat",
                            "Origin: " + INTRANET,
                            "Access-Control-Request-Method: POST",
                            "Access-Control-Request-Headers: authorization,content-type"))
                    .startsWith("HTTP/1.1 204")
                    .containsIgnoringCase("access-control-allow-methods: GET, POST, DELETE")
                    .containsIgnoringCase("access-control-allow-headers: Authorization, Content-Type");
            for (String other :
                    List.of(INTRANET + ":8443", "http://intranet.example.org", INTRANET + ".evil.example")) {
                assertThat(send(service, "GET /api/documents", "Origin: " + other))
                        .startsWith("HTTP/1.1 403")
                        .doesNotContainIgnoringCase("access-control");
                assertThat(send(
                                service,
                                "OPTIONS /api/chat",
                                "Origin: " + other,
                                "Access-Control-Request-Method: POST"))
                        .startsWith("HTTP/1.1 403");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.example.org",
                "intranet.example.org",
                "https://intranet.example.org/",
                "https://intranet.example.org/page",
                "https://Intranet.example.org",
                "https://me@intranet.example.org",
                "https://intranet.example.org; script-src *",
                "null"
            })
    void stopsTheStartForWhatIsNoOrigin(String origin) {
        assertThatThrownBy(() -> new AccessSettings(List.of(), List.of(origin), List.of()))
                .hasMessageContaining("docent.access.origins has '" + origin + "'; allowed are origins");
        assertThatThrownBy(() -> new AccessSettings(List.of(), List.of(), List.of(origin)))
                .hasMessageContaining("docent.access.frame-ancestors has '" + origin + "'");
    }
}
