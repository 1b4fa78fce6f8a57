package io.docent.access;

import static io.docent.HttpApi.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.HttpApi;
import io.docent.HttpApi.Response;
import io.docent.HttpService;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, over HTTP, for each way in which the service may be set up. */
class AccessTest {

    private static final String ALICE = "alice-0123456789abcdef";
    private static final String BOB = "bob-0123456789abcdefgh";

    /** What whoever has no token may see: the page, how to get in, and whether the service is alive. */
    private static final Set<String> OPEN = Set.of(
            "GET /",
            "GET /documents/{id}",
            "GET /favicon.ico",
            "GET /api/session",
            "POST /api/session",
            "DELETE /api/session",
            "GET /health");

    /** What needs a signature or another token, as SignatureTest of channel.slack and WebhookTest have it. */
    private static final Set<String> SIGNED =
            Set.of("POST /slack/events", "POST /slack/commands", "POST /slack/interactions", "POST /webhook");

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(root.resolve("folder"));
        Files.writeString(folder.resolve("office.txt"), "42 people work in Berlin. 17 people work in Munich.");
    }

    private HttpService start(String... settings) {
        Map<String, Object> more = new java.util.HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            more.put(settings[i], settings[i + 1]);
        }
        return new HttpService(folder, root.resolve("data"), more);
    }

    @Test
    void needsNoTokenOnLoopback() {
        try (HttpService service = start()) {
            HttpApi api = service.api();

            assertThat(api.get("/api/documents").status()).isEqualTo(200);
            assertThat(api.get("/api/session").json(200).get("tokenNeeded").flag())
                    .isFalse();
            assertThat(root.resolve("data/tokens")).doesNotExist();
        }
    }

    @Test
    void makesATokenAtTheFirstStartOnAnotherAddressAndKeepsOnlyItsHash() throws IOException {
        try (HttpService service = start("micronaut.server.host", "0.0.0.0")) {
            service.api().get("/api/documents").problem(401);
        }

        assertThat(Files.readString(root.resolve("data/tokens")).strip()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void tellsAnAddressThatABrowserCanOpen() {
        try (HttpService service = start("micronaut.server.host", "0.0.0.0")) {
            Access access = service.context().getBean(Access.class);

            assertThat(access.addressFor(URI.create("http://0.0.0.0:8080")).toString())
                    .matches("http://[^/]+:8080")
                    .doesNotContain("0.0.0.0");
            assertThat(access.addressFor(URI.create("http://192.0.2.7:8080"))).hasHost("192.0.2.7");
        }
    }

    @Test
    void makesNoSecondTokenAtTheNextStart() throws IOException {
        start("micronaut.server.host", "0.0.0.0").close();
        String first = Files.readString(root.resolve("data/tokens"));

        start("micronaut.server.host", "0.0.0.0").close();

        assertThat(Files.readString(root.resolve("data/tokens"))).isEqualTo(first);
    }

    @Test
    void acceptsTheTokenItMadeAfterARestart() {
        String token;
        try (HttpService service = start()) {
            token = service.context().getBean(Tokens.class).make();
        }
        try (HttpService service = start("micronaut.server.host", "0.0.0.0")) {
            assertThat(get(service, "/api/documents", "Bearer " + token).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void acceptsTokensOfTheSettingsPlainOrHashed() {
        String hash = io.docent.document.ContentHash.of(BOB.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try (HttpService service = start("docent.access.tokens", ALICE + ",sha256:" + hash)) {
            assertThat(get(service, "/api/documents", "Bearer " + ALICE).status())
                    .isEqualTo(200);
            assertThat(get(service, "/api/documents", "bearer " + BOB).status()).isEqualTo(200);
            get(service, "/api/documents", "Bearer " + hash).problem(401);
            get(service, "/api/documents", "Basic " + ALICE).problem(401);
            get(service, "/api/documents", "Bearer ").problem(401);
        }
    }

    @Test
    void needsATokenOnEveryRouteThatIsNotOpen() {
        try (HttpService service = start("docent.access.tokens", ALICE)) {
            Set<String> routes = routes(service);
            assertThat(routes).containsAll(SIGNED);
            routes.removeAll(SIGNED);
            assertThat(routes)
                    .hasSizeGreaterThan(20)
                    .contains("POST /api/chat", "GET /api/documents/{id}/file", "POST /v1/chat/completions");

            Set<String> letIn = routes.stream()
                    .filter(route -> !route.startsWith("GET /assets/"))
                    .filter(route -> isLetIn(service, route, null))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> letInWithAWrongToken = routes.stream()
                    .filter(route -> !route.startsWith("GET /assets/"))
                    .filter(route -> isLetIn(service, route, "Bearer " + BOB))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(OPEN).containsAll(letIn).containsAll(letInWithAWrongToken);
        }
    }

    static Set<String> routes(HttpService service) {
        return service.context()
                .getBean(Router.class)
                .uriRoutes()
                .map(AccessTest::route)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String route(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName().replace("HEAD", "GET") + " "
                + route.getUriMatchTemplate().toPathString();
    }

    private static boolean isLetIn(HttpService service, String route, @Nullable String authorization) {
        String[] parts = route.split(" ");
        var request =
                service.api().request(parts[1].replaceAll("\\{[^}]*}", "0")).method(parts[0], BodyPublishers.noBody());
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        Response response = service.api().send(request);
        if (response.status() == 401) {
            assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
            // Under /v1 errors are OpenAI's, as OpenAiHttpTest has it.
            assertThat(parts[1].startsWith("/v1/") ? response.text() : response.problem(401))
                    .contains("token");
        }
        return response.status() != 401;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/documents/../api/documents",
                "/assets/../api/documents",
                "/api/documents;a=b",
                "//api/documents",
                "/API/documents",
                "/api/documents/",
                "/%61pi/documents",
                "/./api/documents",
                "/documents/..%2fapi%2fdocuments",
                "/health/../api/documents"
            })
    void noSpellingOfAPathLeadsRoundTheToken(String path) throws IOException {
        try (HttpService service = start("docent.access.tokens", ALICE)) {
            String status = status(service, "GET " + path, "Host: localhost");

            assertThat(status).containsAnyOf("401", "404", "400");
        }
    }

    @Test
    void holdsTheTokenOfThePageInACookieThatScriptsCannotRead() {
        try (HttpService service = start("docent.access.tokens", ALICE)) {
            HttpApi api = service.api();

            Response began = api.post("/api/session", body("token", ALICE));

            assertThat(began.status()).isEqualTo(204);
            assertThat(began.header("Set-Cookie"))
                    .contains("docent-token=" + ALICE, "HTTPOnly", "SameSite=Strict", "Path=/")
                    .doesNotContain("Secure");
            assertThat(api.send(api.request("/api/documents").header("Cookie", "docent-token=" + ALICE))
                            .status())
                    .isEqualTo(200);
            api.send(api.request("/api/documents").header("Cookie", "docent-token=" + BOB))
                    .problem(401);
            api.post("/api/session", body("token", BOB)).problem(401);
            api.post("/api/session", "{}").problem(400);
            assertThat(api.delete("/api/session").header("Set-Cookie")).contains("docent-token=;", "Max-Age=0");
        }
    }

    @Test
    void needsATokenWithAPublicUrlEvenOnLoopback() {
        try (HttpService service = start("docent.public-url", "https://docent.example.org")) {
            service.api().get("/api/documents").problem(401);
        }
    }

    @Test
    void goesByTheNameOfThePublicUrlAndByNoOther() throws IOException {
        try (HttpService service =
                start("docent.public-url", "https://docent.example.org", "docent.access.tokens", ALICE)) {
            String token = "Authorization: Bearer " + ALICE;
            String get = "GET /api/documents";

            assertThat(status(service, get, "Host: docent.example.org", token)).contains("200");
            assertThat(status(service, get, "Host: DOCENT.example.org:443", token))
                    .contains("200");
            assertThat(status(service, get, "Host: localhost", token)).contains("200");
            assertThat(status(service, get, "Host: evil.example", token)).contains("403");
            assertThat(status(service, get, "Host: docent.example.org.evil.example", token))
                    .contains("403");
        }
    }

    @Test
    void takesTheOriginOfThePublicUrlBehindAProxyThatNamesThisMachine() throws IOException {
        try (HttpService service =
                start("docent.public-url", "https://docent.example.org", "docent.access.tokens", ALICE)) {
            String token = "Authorization: Bearer " + ALICE;

            assertThat(status(
                            service,
                            "GET /api/documents",
                            "Host: localhost",
                            "Origin: https://docent.example.org",
                            token))
                    .contains("200");
            assertThat(status(service, "GET /api/documents", "Host: localhost", "Origin: https://evil.example", token))
                    .contains("403");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: evil.example:8080",
                "Host: localhost.evil.example",
                "Host: 127.0.0.1.evil.example",
                "Host: 192.168.1.5",
                "Host:",
                "Host: localhost\r\nOrigin: https://evil.example",
                "Host: localhost\r\nOrigin: http://localhost.evil.example",
                "Host: localhost\r\nOrigin: null",
                "Host: localhost\r\nOrigin: http://localhost:9",
                "Host: localhost\r\nOrigin: nonsense:"
            })
    void refusesForeignHostsAndOriginsOnLoopbackToo(String headers) throws IOException {
        try (HttpService service = start()) {
            for (String request : new String[] {"GET /api/documents", "GET /", "POST /api/ingestion", "GET /nothing"}) {
                assertThat(status(service, request, headers, "Content-Length: 0"))
                        .as(request)
                        .contains("403");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost",
                "Host: LOCALHOST:1234",
                "Host: 127.0.0.1",
                "Host: [::1]:8080",
                "Host: localhost:8080\r\nOrigin: http://localhost:8080",
                "Host: 127.0.0.1:8080\r\nOrigin: http://127.0.0.1:8080"
            })
    void knowsItselfByTheNamesOfLoopback(String headers) throws IOException {
        try (HttpService service = start()) {
            assertThat(status(service, "GET /api/documents", headers)).contains("200");
        }
    }

    @Test
    void keepsWhatOnePersonAskedFromAnother() {
        try (HttpService service = start("docent.access.tokens", ALICE + "," + BOB)) {
            Response asked = post(service, "/api/chat", ALICE, body("question", "How many people work in Berlin?"));
            String conversation = asked.json(200).get("conversationId").text();
            String answer = asked.json(200).get("id").text();

            String bob = "Bearer " + BOB;
            get(service, "/api/conversations/" + conversation, bob).problem(404);
            get(service, "/api/answers/" + answer, bob).problem(404);
            post(service, "/api/answers/" + answer + "/feedback", BOB, "{\"helpful\":true}")
                    .problem(404);
            post(service, "/api/chat", BOB, body("question", "And in Munich?", "conversationId", conversation))
                    .problem(404);
            HttpApi api = service.api();
            api.send(api.request("/api/conversations/" + conversation)
                            .header("Authorization", bob)
                            .DELETE())
                    .problem(404);
            assertThat(get(service, "/api/conversations", bob)
                            .json(200)
                            .get("conversations")
                            .items())
                    .isEmpty();
            assertThat(get(service, "/api/conversations/" + conversation, "Bearer " + ALICE)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void stopsTheStartForATokenThatCouldBeGuessed() {
        assertThatThrownBy(() -> start("docent.access.tokens", "secret"))
                .hasStackTraceContaining("docent.access.tokens: token 1 is 6 characters long; allowed are tokens of 16")
                .satisfies(error -> assertThat(error).hasMessageNotContaining("secret"));
    }

    @Test
    void stopsTheStartForAPublicUrlThatIsNone() {
        assertThatThrownBy(() -> start("docent.public-url", "docent.example.org"))
                .hasStackTraceContaining(
                        "docent.public-url is 'docent.example.org'; allowed is an address such as https://docent.example.org");
    }

    private static Response get(HttpService service, String path, String authorization) {
        HttpApi api = service.api();
        return api.send(api.request(path).header("Authorization", authorization));
    }

    private static Response post(HttpService service, String path, String token, String json) {
        HttpApi api = service.api();
        return api.send(api.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private static String status(HttpService service, String request, String... headers) throws IOException {
        return io.docent.RawHttp.status(service.port(), request, headers);
    }
}
