package io.docent.channel.http;

import io.docent.chat.NoSuchConversationException;
import io.docent.index.IndexException;
import io.docent.load.BusyException;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every error of our own into a {@link Problem}. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /** What is told of an error that nobody foresaw; the log has the rest. */
    static Problem of(Throwable error) {
        return switch (error) {
            case ProblemException refused -> refused.problem();
            case BusyException busy -> Problem.of(HttpStatus.TOO_MANY_REQUESTS, String.valueOf(busy.getMessage()));
            case NoSuchConversationException unknown ->
                Problem.of(HttpStatus.NOT_FOUND, String.valueOf(unknown.getMessage()));
            case IndexException broken -> {
                LOG.error("{}", broken.getMessage(), broken);
                yield Problem.of(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(broken.getMessage()));
            }
            default -> {
                LOG.error("A request failed", error);
                yield Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "Docent failed on this request; its log says how.");
            }
        };
    }

    @Singleton
    @Produces(Problem.MEDIA_TYPE)
    static final class OfRefused implements ExceptionHandler<ProblemException, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public HttpResponse<?> handle(HttpRequest request, ProblemException exception) {
            return exception.problem().response();
        }
    }

    @Singleton
    @Produces(Problem.MEDIA_TYPE)
    static final class OfConversation implements ExceptionHandler<NoSuchConversationException, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public HttpResponse<?> handle(HttpRequest request, NoSuchConversationException exception) {
            return of(exception).response();
        }
    }

    @Singleton
    @Produces(Problem.MEDIA_TYPE)
    static final class OfBusy implements ExceptionHandler<BusyException, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public HttpResponse<?> handle(HttpRequest request, BusyException exception) {
            return of(exception)
                    .response()
                    .header("Retry-After", String.valueOf(exception.retryAfter().toSeconds()));
        }
    }

    @Singleton
    @Order(Integer.MAX_VALUE)
    @Produces(Problem.MEDIA_TYPE)
    static final class OfIndex implements ExceptionHandler<IndexException, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public HttpResponse<?> handle(HttpRequest request, IndexException exception) {
            return of(exception).response();
        }
    }
}
