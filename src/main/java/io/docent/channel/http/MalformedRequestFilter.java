package io.docent.channel.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a request whose address is no URI (RFC 3986). Micronaut puts one that has neither an address nor any header in its
 * place, which would else be refused for the Host header that it lacks. One that really came without a header lacks the Host,
 * which is as malformed (RFC 9112, section 3.2).
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
final class MalformedRequestFilter {

    @RequestFilter
    @Nullable
    HttpResponse<?> filter(HttpRequest<?> request) {
        return request.getHeaders().names().isEmpty()
                ? Problem.of(
                                HttpStatus.BAD_REQUEST,
                                "the address is malformed, or there is no Host header; in an address, write % as %25, a space as"
                                        + " %20, and other characters that have a meaning there likewise")
                        .response()
                : null;
    }
}
