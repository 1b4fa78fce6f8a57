package io.docent.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpService;
import io.docent.RawHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no proper client sends, byte by byte: none gets a document without a token. */
class HostileRequestsTest {

    private static final String TOKEN = "reader-0123456789abcdef";

    @TempDir
    static Path root;

    private static HttpService service;

    @BeforeAll
    static void start() throws IOException {
        Path folder = Files.createDirectories(root.resolve("folder"));
        Files.writeString(folder.resolve("office.txt"), "42 people work in Berlin. 17 people work in Munich.");
        service = new HttpService(folder, root.resolve("data"), Map.of("docent.access.tokens", "reader:" + TOKEN));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String send(String bytes) throws IOException {
        try (RawHttp raw = new RawHttp(service.port())) {
            raw.send(bytes);
            return raw.readUntil("never to be found");
        }
    }

    private static String get(String target, String... headers) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/documents",
                "///api/documents",
                "/api//documents",
                "/documents/../api/documents",
                "/documents/%2e%2e/api/documents",
                "/documents/..%2fapi%2fdocuments",
                "/assets/x/../../api/documents",
                "/assets/x/..%2f..%2fapi%2fdocuments",
                "/assets/x/%2e%2e/%2e%2e/application.yml",
                "/assets/x/..%5c..%5capplication.yml",
                "/api/documents;jsessionid=1",
                "/api/documents/.",
                "/api/documents%00",
                "/api/documents%3f",
                "/%61pi/documents",
                "/%2561pi/documents",
                "/API/documents",
                "/health/../api/documents",
                "/health;/api/documents",
                "/slack/events/../../api/documents",
                "http://localhost/api/documents",
                "http://evil.example/api/documents",
                "*",
                "api/documents",
                "/api/documents#/",
                "/\\api/documents"
            })
    void noSpellingOfATargetLeadsRoundTheToken(String target) throws IOException {
        assertThat(get(target, "Host: localhost")).startsWith("HTTP/1.").doesNotContain("office", "Berlin", " 500 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer wrong-0123456789abcdef\r\nCookie: docent-token=" + TOKEN,
                "Authorization: Bearer " + TOKEN + "\r\nAuthorization: Bearer wrong-0123456789abcdef",
                "Authorization: Bearer wrong-0123456789abcdef\r\nAuthorization: Bearer " + TOKEN,
                "Authorization: Bearer " + TOKEN + ", Bearer x",
                "Authorization: Token " + TOKEN,
                "Authorization:\r\nCookie: docent-token=" + TOKEN,
                "Proxy-Authorization: Bearer " + TOKEN,
                "X-Forwarded-For: 127.0.0.1",
                "X-Original-URL: /health",
                "X-Rewrite-URL: /health",
                "X-HTTP-Method-Override: GET",
                "Cookie: docent-token=",
                "Cookie: docent-token=sha256:0"
            })
    void noHeaderStandsInForATokenOrMendsAWrongOne(String headers) throws IOException {
        assertThat(get("/api/documents", "Host: localhost", headers))
                .startsWith("HTTP/1.1 401")
                .doesNotContain("office");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost.",
                "Host: localhost:",
                "Host: localhost:80:80",
                "Host: localhost:evil.example",
                "Host: localhost@evil.example",
                "Host: evil.example, localhost",
                "Host: localhost\r\nHost: evil.example",
                "Host: evil.example\r\nHost: localhost",
                "Host: [::1",
                "Host: [::ffff:127.0.0.1]",
                "Host: 0.0.0.0",
                "Host: 127.1",
                "Host: localhost/../",
                "X-Forwarded-Host: localhost",
                "Host: localhost\r\nSec-Fetch-Site: cross-site",
                "Host: localhost\r\nSec-Fetch-Site: same-site\r\nSec-Fetch-Mode: no-cors",
                "Host: localhost\r\nOrigin: http://localhost\r\nOrigin: https://evil.example"
            })
    void knowsNoOtherNameOrSiteEvenWithAToken(String headers) throws IOException {
        assertThat(get("/api/documents", headers, "Authorization: Bearer " + TOKEN))
                .startsWith("HTTP/1.1 40")
                .doesNotContain("office");
    }

    @Test
    void aLinkOfAnotherSiteMayBeFollowed() throws IOException {
        assertThat(get("/", "Host: localhost", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "CONNECT", "PUT", "PATCH", "PROPFIND", "get", "GET\t", "B@D"})
    void noMethodGetsAnythingWithoutAToken(String method) throws IOException {
        String told = send(method + " /api/documents HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(told).matches("(?s)HTTP/1\\.[01] 4.*").doesNotContain("office");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "OPTIONS", "PUT", "PROPFIND"})
    void noOtherMethodDoesAnythingWithAToken(String method) throws IOException {
        String told = send(method + " /api/documents HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN
                + "\r\nConnection: close\r\n\r\n");

        assertThat(told)
                .matches("(?s)HTTP/1\\.[01] 4.*")
                .doesNotContain("office")
                .doesNotContain(TOKEN);
    }

    @Test
    void anUpgradeIsNotTaken() throws IOException {
        String told = get(
                "/api/chat/stream",
                "Host: localhost",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

        assertThat(told).matches("(?s)HTTP/1\\.[01] 4.*");
        assertThat(get(
                        "/api/documents",
                        "Host: localhost",
                        "Connection: Upgrade, HTTP2-Settings",
                        "Upgrade: h2c",
                        "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"))
                .startsWith("HTTP/1.1 401");
    }

    /** Two servers in a row must not differ over where a request ends (request smuggling). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nContent-Length: 40",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding : chunked",
                "Content-Length: +4",
                "Content-Length: -1",
                "Content-Length: 4, 4",
                "Content-Length: 0x4"
            })
    void nothingIsSmuggledBehindAnotherRequest(String lengths) throws IOException {
        String told = send("POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + lengths
                + "\r\n\r\n0\r\n\r\nGET /api/documents HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN
                + "\r\nConnection: close\r\n\r\n");

        assertThat(told).doesNotContain("office").doesNotContain("HTTP/1.1 200").doesNotContain(" 500 ");
    }

    @Test
    void aHeadWithoutEndIsRefused() throws IOException {
        assertThat(get("/" + "a".repeat(20_000), "Host: localhost")).matches("(?s)HTTP/1\\.[01] 4.*");
        assertThat(get("/", "Host: localhost", "X-Long: " + "a".repeat(50_000))).matches("(?s)HTTP/1\\.[01] 4.*");
    }
}
