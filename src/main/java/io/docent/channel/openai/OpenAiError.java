package io.docent.channel.openai;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** An error in OpenAI's shape. */
@Serdeable
record OpenAiError(Content error) {

    /**
     * What is wrong.
     *
     * @param message what is wrong and what to do
     * @param type whose fault it is
     * @param param the parameter at fault, as in {@code messages[0].content}; null where it is none
     * @param code for programs; null where there is none
     */
    @Serdeable
    record Content(
            String message,
            String type,
            @Nullable String param,
            @Nullable String code) {}

    /** What OpenAI's clients make their exceptions from is the status; type and code are for those who look closer. */
    static OpenAiError of(int status, String message) {
        return switch (status) {
            case 401 -> of(message, "invalid_request_error", "invalid_api_key");
            case 403 -> of(message, "permission_error", "forbidden");
            case 404 -> of(message, "invalid_request_error", "not_found");
            case 405 -> of(message, "invalid_request_error", "method_not_supported");
            case 413 -> of(message, "invalid_request_error", "request_too_large");
            case 415 -> of(message, "invalid_request_error", "unsupported_media_type");
            case 429 -> of(message, "rate_limit_error", "rate_limit_exceeded");
            default -> of(message, status >= 500 ? "server_error" : "invalid_request_error", null);
        };
    }

    private static OpenAiError of(String message, String type, @Nullable String code) {
        return new OpenAiError(new Content(message, type, null, code));
    }
}
