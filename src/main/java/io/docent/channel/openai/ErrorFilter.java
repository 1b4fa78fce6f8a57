package io.docent.channel.openai;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every error under {@code /v1} OpenAI's shape, whoever refuses the request: the check of the token, the limit of a
 * body, the router, the reader of JSON. All of them tell it as an RFC 9457 problem.
 */
@ServerFilter({"/v1", "/v1/**"})
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ErrorFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorFilter.class);

    private static final int FIRST_ERROR = 400;

    private final JsonMapper json;

    ErrorFilter(JsonMapper json) {
        this.json = json;
    }

    @ResponseFilter
    void filter(MutableHttpResponse<?> response) {
        if (response.code() < FIRST_ERROR || response.body() instanceof OpenAiError) {
            return;
        }
        String detail = detail(response.body());
        response.body(OpenAiError.of(response.code(), detail == null ? response.reason() : detail))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private @Nullable String detail(@Nullable Object problem) {
        if (problem == null) {
            return null;
        }
        try {
            JsonNode detail = json.writeValueToTree(problem).get("detail");
            return detail == null || !detail.isString() ? null : detail.getStringValue();
        } catch (IOException e) {
            LOG.warn("An error under /v1 is told without its detail", e);
            return null;
        }
    }
}
