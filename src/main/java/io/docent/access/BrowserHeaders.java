package io.docent.access;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/**
 * Tells browsers of every response, errors too, not to guess its type, not to run or frame it, and not to hand it to other
 * sites. The page has a policy of its own, which stands.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BrowserHeaders {

    private static final String POLICY = "Content-Security-Policy";

    private static final Map<String, String> OF_ALL = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            POLICY,
            "default-src 'none'; frame-ancestors 'none'; sandbox",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final Sites sites;

    BrowserHeaders(Sites sites) {
        this.sites = sites;
    }

    @ResponseFilter
    void filter(HttpRequest<?> request, MutableHttpResponse<?> response) {
        HttpHeaders headers = response.getHeaders();
        OF_ALL.forEach((name, value) -> {
            if (!headers.contains(name)) {
                response.header(name, value);
            }
        });
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            // What documents say and people asked stays in no cache on its way.
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        sites.corsOrigin(request).ifPresent(origin -> allow(origin, request, response));
    }

    /** Cross-origin calls (CORS): with a token in the header, never with the page's cookie. */
    private static void allow(String origin, HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("Access-Control-Allow-Origin", origin).header("Vary", "Origin");
        response.header("Access-Control-Expose-Headers", "Retry-After, Content-Disposition, WWW-Authenticate");
        if (request.getHeaders().contains("Access-Control-Request-Method")) {
            response.header("Access-Control-Allow-Methods", "GET, POST, DELETE")
                    .header("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, Mcp-Protocol-Version")
                    .header("Access-Control-Max-Age", "600");
        }
    }
}
