package io.docent.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.docent.access.Access.Decision;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Stands before every path there is; {@link Access} decides, {@link Door} has the routes. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
final class AccessFilter {

    static final String PERSON = "docent.person";

    private final Access access;
    private final Sites sites;

    AccessFilter(Access access, Sites sites) {
        this.access = access;
        this.sites = sites;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> filter(HttpRequest<?> request) {
        // What a browser asks before it sends a request of an allowed page has no token and does nothing.
        if (request.getMethod() == HttpMethod.OPTIONS
                && sites.corsOrigin(request).isPresent()
                && sites.refusal(request).isEmpty()) {
            return HttpResponse.noContent();
        }
        return switch (access.decide(request)) {
            case Decision.Admitted(Person person) -> {
                if (person != null) {
                    request.setAttribute(PERSON, person);
                }
                yield null;
            }
            case Decision.Signed signed -> null;
            case Decision.Unknown(String why) ->
                refusal(HttpStatus.UNAUTHORIZED, why).header("WWW-Authenticate", "Bearer");
            case Decision.Forbidden(String why) -> refusal(HttpStatus.FORBIDDEN, why);
            case Decision.TooMany many -> {
                long seconds = many.pause().toSeconds() + 1;
                yield refusal(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "there were too many requests from %s; try again in %d s"
                                        .formatted(many.whence(), seconds))
                        .header("Retry-After", String.valueOf(seconds));
            }
        };
    }

    private static MutableHttpResponse<Refusal> refusal(HttpStatus status, String why) {
        return HttpResponse.<Refusal>status(status)
                .body(new Refusal(status.getCode(), status.getReason(), why, MDC.get("requestId")))
                .contentType("application/problem+json");
    }

    /** An RFC 9457 problem, with the name of the request that the log has. */
    @Serdeable
    record Refusal(
            int status,
            String title,
            String detail,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String requestId) {}
}
