package io.docent.channel.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.json.JsonSyntaxException;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Micronaut itself refuses, as problems: unknown paths and methods, bodies that are no JSON, queries of the wrong
 * type, requests that are too large.
 */
@Singleton
@Primary
final class MicronautProblems implements ErrorResponseProcessor<Problem> {

    private static final Logger LOG = LoggerFactory.getLogger(MicronautProblems.class);

    private final HttpServerConfiguration server;

    MicronautProblems(HttpServerConfiguration server) {
        this.server = server;
    }

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = HttpStatus.valueOf(response.code());
        Throwable cause = context.getRootCause().orElse(null);
        if (status.getCode() >= 500) {
            // The path alone: a query may have what somebody asked.
            LOG.error(
                    "{} {} failed",
                    context.getRequest().getMethod(),
                    context.getRequest().getPath(),
                    cause);
        }
        String detail = detail(status, cause, context);
        MutableHttpResponse<Problem> problem = response.body(
                        Problem.of(status, detail.isBlank() ? status.getReason() : detail))
                .contentType(Problem.MEDIA_TYPE);
        if (status == HttpStatus.REQUEST_ENTITY_TOO_LARGE) {
            // The rest of the request is not read, so nothing can follow it.
            problem.header("Connection", "close");
        }
        return problem;
    }

    private String detail(HttpStatus status, @Nullable Throwable cause, ErrorContext context) {
        if (status.getCode() >= 500) {
            return "Docent failed on this request; its log says how.";
        }
        if (status == HttpStatus.NOT_FOUND) {
            return "there is nothing at " + context.getRequest().getPath();
        }
        String told = context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
        if (status == HttpStatus.REQUEST_ENTITY_TOO_LARGE) {
            return tooLarge(told);
        }
        return switch (cause) {
            case ConversionErrorException wrong -> wrong(wrong);
            case JsonSyntaxException syntax -> noJson(syntax);
            case null, default -> told;
        };
    }

    private String tooLarge(String told) {
        return told.startsWith("The part named")
                ? "a file has more than the %,d bytes that are allowed; micronaut.server.multipart.max-file-size sets that"
                        .formatted(server.getMultipart().getMaxFileSize())
                : "the request has more bytes than are allowed: %,d, or %,d with files"
                        .formatted(server.getMaxRequestBufferSize(), server.getMaxRequestSize());
    }

    private static String wrong(ConversionErrorException wrong) {
        Argument<?> argument = wrong.getArgument();
        if (argument.getName().equals("body")) {
            return noJson(wrong.getCause());
        }
        Object value = wrong.getConversionError().getOriginalValue().orElse("");
        return argument.getName() + " is '" + value + "'; it is "
                + (argument.getType() == boolean.class ? "true or false" : "a whole number");
    }

    /** What comes after the first line of the JSON library's messages tells of Java. */
    private static String noJson(@Nullable Throwable cause) {
        String message = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
        return "the body has to be a JSON object, and this is not JSON: "
                + message.lines().findFirst().orElse("it cannot be read").replaceAll(",? ?\\(?from `.*", "");
    }
}
