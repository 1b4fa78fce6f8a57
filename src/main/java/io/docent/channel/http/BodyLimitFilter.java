package io.docent.channel.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.HttpServerConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body that says of itself that it is too large. Micronaut would do so too, but leaves what is still being sent
 * unread, and the connection stuck; what comes without its length is left to it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class BodyLimitFilter {

    private final HttpServerConfiguration server;

    BodyLimitFilter(HttpServerConfiguration server) {
        this.server = server;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> filter(HttpRequest<?> request) {
        boolean upload = request.getContentType()
                .filter(MediaType.MULTIPART_FORM_DATA_TYPE::matches)
                .isPresent();
        long most = upload ? server.getMaxRequestSize() : server.getMaxRequestBufferSize();
        return request.getContentLength() > most
                ? Problem.of(
                                HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                                "the request has %,d bytes; at most %,d are allowed%s"
                                        .formatted(
                                                request.getContentLength(),
                                                most,
                                                upload ? ", so send fewer files at once or smaller ones" : ""))
                        .response()
                : null;
    }
}
