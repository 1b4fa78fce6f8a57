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
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every error of our own into a {@link Problem}. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /**
     * Beginnings of PostgreSQL's states for a connection that is gone, for too little room, memory or connections, for a
     * server that stops, crashed or starts, for its disk, and for a standby that does not write.
     */
    private static final Set<String> AWAY = Set.of("08", "53", "57P", "58", "25006");

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
            default -> ofUnforeseen(error);
        };
    }

    private static Problem ofUnforeseen(Throwable error) {
        String disturbance = disturbance(error);
        if (disturbance != null) {
            LOG.error("Conversations can neither be kept nor read: {}", disturbance);
            return Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "conversations can neither be kept nor read now (" + disturbance
                            + "); try again once the disk of the data folder has room, or the database is up");
        }
        LOG.error("A request failed", error);
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "Docent failed on this request; its log says how.");
    }

    /** What keeps the database from working; null where it works. Never what a statement says: that has what was asked. */
    private static @Nullable String disturbance(Throwable error) {
        SQLException database = null;
        Throwable root = error;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            database = cause instanceof SQLException found ? found : database;
            root = cause;
        }
        if (database == null) {
            return null;
        }
        if (root instanceof IOException && root.getMessage() != null) {
            return root.getMessage();
        }
        String state = database.getSQLState();
        if (state == null || root instanceof IOException) {
            return "the connection is closed"; // as the pool says of one that is gone
        }
        boolean isAway = database instanceof SQLNonTransientConnectionException
                || database instanceof SQLTransientConnectionException
                || AWAY.stream().anyMatch(state::startsWith);
        return isAway ? "SQL state " + state : null;
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

    /** What no other handler is for. */
    @Singleton
    @Produces(Problem.MEDIA_TYPE)
    static final class OfUnforeseen implements ExceptionHandler<RuntimeException, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public HttpResponse<?> handle(HttpRequest request, RuntimeException exception) {
            return of(exception).response();
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
