package io.docent.channel.http;

import static java.util.regex.Pattern.DOTALL;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.json.JsonSyntaxException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Where the parser's messages tell of Java: where an object began in what source, what to enable in it. */
    private static final Pattern PARSERS_OWN =
            Pattern.compile(" \\(start marker at .*| \\(not recognized as .*|: enable `.*|,? ?\\(?from `.*", DOTALL);

    private final NettyHttpServerConfiguration server;

    MicronautProblems(NettyHttpServerConfiguration server) {
        this.server = server;
    }

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        Throwable unread = unread(context.getRequest());
        if (unread != null) {
            return notRead(context.getRequest(), unread, response);
        }
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

    /** What was wrong with a request's first line or headers; null where nothing was. */
    private static @Nullable Throwable unread(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> received
                ? received.getNativeRequest().decoderResult().cause()
                : null;
    }

    /** No filter saw such a request, so it is named here. What follows it on the connection is not read. */
    private MutableHttpResponse<Problem> notRead(
            HttpRequest<?> request, Throwable cause, MutableHttpResponse<?> response) {
        HttpStatus status = HttpStatus.BAD_REQUEST;
        String detail = "the request is not HTTP as RFC 9112 has it: its first line or a header is malformed";
        if (cause instanceof TooLongHttpLineException) {
            status = HttpStatus.REQUEST_URI_TOO_LONG;
            detail =
                    "the first line of the request, which has the address, has more than the %,d bytes that are allowed"
                            .formatted(server.getMaxInitialLineLength());
        } else if (cause instanceof TooLongFrameException) {
            status = HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
            detail = "the headers of the request have more than the %,d bytes that are allowed"
                    .formatted(server.getMaxHeaderSize());
        }
        String id = RequestIdFilter.name(request);
        return response.status(status)
                .body(new Problem(status.getCode(), status.getReason(), detail, id))
                .contentType(Problem.MEDIA_TYPE)
                .header(RequestIdFilter.HEADER, id)
                .header("Connection", "close");
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
        return argument.getName() + " is '" + value + "'; it is " + expected(argument.getType());
    }

    private static String expected(Class<?> type) {
        return type.isEnum()
                ? Stream.of(type.getEnumConstants())
                        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" or "))
                : "a whole number";
    }

    private static String noJson(@Nullable Throwable cause) {
        Throwable root = cause;
        while (root != null && !(root instanceof JsonProcessingException)) {
            root = root.getCause();
        }
        return "the body has to be a JSON object, and this is not JSON"
                + (root instanceof JsonProcessingException parsed && parsed.getLocation() != null
                        ? " at line %d, column %d: %s"
                                .formatted(
                                        parsed.getLocation().getLineNr(),
                                        parsed.getLocation().getColumnNr(),
                                        PARSERS_OWN
                                                .matcher(parsed.getOriginalMessage())
                                                .replaceAll(""))
                        : "");
    }
}
