package io.docent.access;

import io.docent.access.Access.Decision;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every path there is, so that a new one is closed until it is opened in {@link Access}. Before it stand
 * only filters of responses, which give a refusal the shape that its path has for errors.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
final class AccessFilter {

    static final String PERSON = "docent.person";

    private final Access access;

    AccessFilter(Access access) {
        this.access = access;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> filter(HttpRequest<?> request) {
        return switch (access.decide(request)) {
            case Decision.Admitted admitted -> {
                request.setAttribute(PERSON, admitted.person());
                yield null;
            }
            case Decision.Signed signed -> null;
            case Decision.Unknown unknown ->
                refusal(HttpStatus.UNAUTHORIZED, unknown.why()).header("WWW-Authenticate", "Bearer");
            case Decision.Forbidden forbidden -> refusal(HttpStatus.FORBIDDEN, forbidden.why());
        };
    }

    private static MutableHttpResponse<Refusal> refusal(HttpStatus status, String why) {
        return HttpResponse.<Refusal>status(status)
                .body(new Refusal(status.getCode(), status.getReason(), why))
                .contentType("application/problem+json");
    }

    /** An RFC 9457 problem. */
    @Serdeable
    record Refusal(int status, String title, String detail) {}
}
