package io.docent.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may pass to a route. This is the one place where a route is opened: what is not listed here is for administrators.
 *
 * <p>A request is judged by the route that it runs, not by how its path is written: no spelling leads around this.
 */
enum Door {

    /** The page, which has nothing of the documents; how to get in; and being alive. */
    EVERYONE(
            "GET /",
            "GET /favicon.ico",
            "GET /assets/{version}/{+path}",
            "GET /documents/{id}",
            "GET /api/session",
            "POST /api/session",
            "DELETE /api/session",
            "GET /health",
            "GET /health/{selector}"),

    /**
     * What is signed by whoever sends it, or carries a token of its own, which the route itself checks. It comes by any name that a tunnel gives this
     * machine, and from no page.
     */
    SIGNER("POST /slack/events", "POST /slack/commands", "POST /slack/interactions", "POST /webhook"),

    /** Asking, reading, and what belongs to whoever asks. */
    READER(
            "POST /api/chat",
            "POST /api/chat/stream",
            "GET /api/search",
            "GET /api/examples",
            "GET /api/documents",
            "GET /api/documents/{id}",
            "GET /api/documents/{id}/text",
            "GET /api/documents/{id}/file",
            "GET /api/ingestion",
            "GET /api/ingestion/stream",
            "GET /api/answers/{id}",
            "POST /api/answers/{id}/feedback",
            "GET /api/conversations",
            "DELETE /api/conversations",
            "GET /api/conversations/{id}",
            "DELETE /api/conversations/{id}",
            "GET /v1/models",
            "GET /v1/models/{id}",
            "POST /v1/chat/completions",
            "POST /mcp",
            "GET /prometheus",
            "GET /openapi",
            "GET /openapi/docent.json",
            "GET /openapi/docent.yml",
            "GET /openapi/ui/{file}"),

    /** The rest, whatever is added to it. */
    ADMINISTRATOR;

    private static final Map<String, Door> ROUTES = Stream.of(values())
            .flatMap(door -> Stream.of(door.routes).map(route -> Map.entry(route, door)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String[] routes;

    Door(String... routes) {
        this.routes = routes;
    }

    /**
     * The door to a route.
     *
     * @param route as in {@code GET /api/documents/{id}}
     */
    static Door of(String route) {
        return ROUTES.getOrDefault(route, ADMINISTRATOR);
    }

    /** The door that a request comes to. */
    static Door of(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .filter(UriRouteInfo.class::isInstance)
                .map(route -> of(route((UriRouteInfo<?, ?>) route)))
                .orElseGet(() -> ofNothing(request.getPath()));
    }

    static String route(UriRouteInfo<?, ?> route) {
        // What answers GET answers HEAD.
        return route.getHttpMethodName().replace("HEAD", "GET") + " "
                + route.getUriMatchTemplate().toPathString();
    }

    /** Where nothing will run: a wrong method or type at an open path may be told to be that. */
    private static Door ofNothing(String path) {
        for (Door open : new Door[] {EVERYONE, SIGNER}) {
            if (Stream.of(open.routes).anyMatch(route -> route.endsWith(" " + path))) {
                return open;
            }
        }
        return READER;
    }
}
