package io.docent.channel.http;

import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Names every request, by the name that it came with or by one of ours: in the log, in the response and in problems, so
 * that one leads to the other. Before every other filter.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIdFilter implements Ordered {

    static final String HEADER = "X-Request-Id";

    /** As the log and {@code io.docent.access} know it. */
    static final String KEY = "requestId";

    /** What a proxy may have given; anything else could forge lines of the log. */
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:/+=-]{1,64}");

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** The name that a request came with, or one of ours. */
    static String name(HttpRequest<?> request) {
        String given = request.getHeaders().get(HEADER);
        return given != null && ALLOWED.matcher(given).matches() ? given : make();
    }

    @RequestFilter
    void name(HttpRequest<?> request, MutablePropagatedContext context) {
        String id = name(request);
        request.setAttribute(KEY, id);
        context.add(new MdcPropagationContext(Map.of(KEY, id)));
    }

    private static String make() {
        byte[] random = new byte[12];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(KEY, String.class).ifPresent(id -> response.header(HEADER, id));
    }

    /** The name of the request that this thread is at work for; null where it is for none. */
    static @Nullable String current() {
        return MDC.get(KEY);
    }
}
