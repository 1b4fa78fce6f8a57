package io.docent.channel.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * An error, as RFC 9457 has it.
 *
 * @param status the HTTP status
 * @param title what kind of error it is
 * @param detail what is wrong here, and what to do
 * @param requestId by which the log names the request; absent where there is none
 */
@Serdeable
record Problem(
        int status,
        String title,
        String detail,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String requestId) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(HttpStatus status, String detail) {
        return new Problem(status.getCode(), status.getReason(), detail, RequestIdFilter.current());
    }

    MutableHttpResponse<Problem> response() {
        return HttpResponse.<Problem>status(HttpStatus.valueOf(status))
                .body(this)
                .contentType(MEDIA_TYPE);
    }
}
