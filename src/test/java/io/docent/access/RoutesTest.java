package io.docent.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpApi;
import io.docent.HttpApi.Response;
import io.docent.HttpService;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks every route that the router has, as nobody, with a wrong token, as a reader and as an administrator. */
class RoutesTest {

    private static final String READER = "reader-0123456789abcdef";
    private static final String ADMINISTRATOR = "administrator-0123456789";
    private static final String WRONG = "wrong-0123456789abcdef";

    /** What whoever has no token may see: the page, how to get in, and whether the service is alive. */
    private static final Set<String> OPEN = Set.of(
            "GET /",
            "GET /documents/{id}",
            "GET /assets/{version}/{+path}",
            "GET /favicon.ico",
            "GET /api/session",
            "POST /api/session",
            "DELETE /api/session",
            "GET /health",
            "GET /health/{selector}");

    /** What needs a signature, or a token of its own, as the tests of channel.slack and channel.webhook have it. */
    private static final Set<String> SIGNED =
            Set.of("POST /slack/events", "POST /slack/commands", "POST /slack/interactions", "POST /webhook");

    /** What changes the documents, or tells what others asked. */
    private static final Set<String> ADMINISTERS = Set.of(
            "POST /api/documents",
            "DELETE /api/documents/{id}",
            "POST /api/ingestion",
            "GET /api/gaps",
            "GET /api/gaps.csv",
            "POST /api/gaps/{id}/done",
            "DELETE /api/gaps/{id}/done");

    @TempDir
    static Path root;

    private static HttpService service;

    @BeforeAll
    static void start() throws IOException {
        Path folder = Files.createDirectories(root.resolve("folder"));
        Files.writeString(folder.resolve("office.txt"), "42 people work in Berlin. 17 people work in Munich.");
        service = new HttpService(
                folder,
                root.resolve("data"),
                Map.of("docent.access.tokens", "reader:" + READER + ",administrator:" + ADMINISTRATOR));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Set<String> routes(Predicate<String> which) {
        return service.context()
                .getBean(Router.class)
                .uriRoutes()
                .map(RoutesTest::route)
                .filter(which)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String route(UriRouteInfo<?, ?> route) {
        return Door.route(route);
    }

    private static Response call(String route, @Nullable String token) {
        String[] parts = route.split(" ");
        HttpApi api = service.api();
        HttpRequest.Builder request =
                api.request(parts[1].replaceAll("\\{[^}]*}", "0")).method(parts[0], BodyPublishers.noBody());
        return api.send(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    @Test
    void thereAreRoutesToWalk() {
        assertThat(routes(route -> true))
                .hasSizeGreaterThan(25)
                .containsAll(OPEN.stream()
                        .filter(route -> !route.equals("GET /favicon.ico"))
                        .toList())
                .containsAll(SIGNED)
                .containsAll(ADMINISTERS);
    }

    @Test
    void everyOtherRouteNeedsAToken() {
        for (String route : routes(route -> !OPEN.contains(route) && !SIGNED.contains(route))) {
            isRefused(route, call(route, null));
            for (String token : List.of(WRONG, "", READER + "x")) {
                isRefused(route, call(route, token));
            }
        }
    }

    private static void isRefused(String route, Response response) {
        assertThat(response.status()).as(route).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
        // Under /v1 errors are OpenAI's.
        assertThat(route.contains(" /v1/") ? response.text() : response.problem(401))
                .contains("token");
    }

    @Test
    void whatIsOpenTellsNothingOfTheDocuments() {
        for (String route : routes(OPEN::contains)) {
            assertThat(call(route, null).text())
                    .as(route)
                    .doesNotContain("Berlin")
                    .doesNotContain("office");
        }
    }

    @Test
    void whatIsSignedIsNotOpenedByAToken() {
        for (String route : routes(SIGNED::contains)) {
            assertThat(call(route, ADMINISTRATOR).status()).as(route).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void aReaderAsksAndReadsAndDoesNothingElse() {
        Set<String> refused = routes(route ->
                        !OPEN.contains(route) && !SIGNED.contains(route) && !route.equals("GET /api/ingestion/stream"))
                .stream()
                .filter(route -> isNotForReaders(call(route, READER)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(refused).containsAll(ADMINISTERS);
        assertThat(refused).noneMatch(route -> route.matches("\\w+ /api/(chat|search|conversations|answers).*"));
        assertThat(call("POST /api/documents", READER).problem(403)).contains("reader's", "docent token make");
    }

    private static boolean isNotForReaders(Response response) {
        return response.status() == 403;
    }

    @Test
    void anAdministratorIsKeptFromNothing() {
        for (String route : routes(route -> !SIGNED.contains(route) && !route.endsWith("/stream"))) {
            assertThat(call(route, ADMINISTRATOR).status()).as(route).isNotIn(401, 403);
        }
    }

    @Test
    void aNewRouteIsForAdministratorsUntilItIsOpened() {
        assertThat(Door.of("GET /api/nobody/thought/of/this")).isEqualTo(Door.ADMINISTRATOR);
    }

    @Test
    void thePageLearnsWhatItsPersonMay() {
        assertThat(call("GET /api/session", READER).json(200).get("role").text())
                .isEqualTo("reader");
        assertThat(call("GET /api/session", ADMINISTRATOR).json(200).get("role").text())
                .isEqualTo("administrator");
        assertThat(call("GET /api/session", null).text()).contains("\"role\":null");
    }
}
