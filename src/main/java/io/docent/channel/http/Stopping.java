package io.docent.channel.http;

import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tells streams without end that the server stops: it would wait for their readers.
 *
 * <p>It needs no other bean: whoever can be shut down gracefully is made when a context closes, even one that never
 * served anybody.
 */
@Singleton
final class Stopping implements GracefulShutdownCapable {

    private final Sinks.Empty<Void> stopping = Sinks.empty();

    /** Completes when the server begins to stop. */
    Mono<Void> announced() {
        return stopping.asMono();
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        stopping.tryEmitEmpty();
        return CompletableFuture.completedStage(null);
    }
}
