package io.docent.channel.openai;

import io.micronaut.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered as it is; who sent it can mend it. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient OpenAiError error;

    private RefusedException(HttpStatus status, String message, String param, @Nullable String code) {
        super(message);
        this.status = status;
        this.error = new OpenAiError(new OpenAiError.Content(message, "invalid_request_error", param, code));
    }

    static RefusedException missing(String param, String what) {
        return new RefusedException(
                HttpStatus.BAD_REQUEST, param + " is missing; it is " + what, param, "missing_required_parameter");
    }

    static RefusedException wrongType(String param, String what) {
        return new RefusedException(
                HttpStatus.BAD_REQUEST, param + " has the wrong type; it is " + what, param, "invalid_type");
    }

    static RefusedException wrongValue(String param, String message) {
        return new RefusedException(HttpStatus.BAD_REQUEST, message, param, "invalid_value");
    }

    static RefusedException tooLong(String param, String message) {
        return new RefusedException(HttpStatus.BAD_REQUEST, message, param, "context_length_exceeded");
    }

    static RefusedException unknownModel(String model) {
        String shown = model.length() > 100 ? model.substring(0, 100) + "…" : model;
        return new RefusedException(
                HttpStatus.NOT_FOUND,
                "there is no model '" + shown + "' here; the one there is is '" + ModelController.ID + "'",
                "model",
                "model_not_found");
    }

    HttpStatus status() {
        return status;
    }

    OpenAiError error() {
        return error;
    }
}
