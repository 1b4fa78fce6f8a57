package io.docent.channel.http;

import io.docent.ingest.FolderIndexing;
import io.docent.ingest.Progress;
import io.docent.load.Load;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.sse.Event;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** How far indexing is. */
@Controller("/api/ingestion")
class IngestionController {

    private static final Duration EVERY = Duration.ofMillis(500);

    private final FolderIndexing indexing;
    private final Load load;
    private final Stopping stopping;

    IngestionController(FolderIndexing indexing, Load load, Stopping stopping) {
        this.indexing = indexing;
        this.load = load;
        this.stopping = stopping;
    }

    /** How far the folder is indexed. */
    @Get
    IngestionJson get() {
        return IngestionJson.of(indexing.progress());
    }

    /** Looks through the folder again. */
    @Post
    @Status(HttpStatus.ACCEPTED)
    IngestionJson scan() {
        indexing.scan();
        return IngestionJson.of(indexing.progress());
    }

    /** The same as it changes. */
    @Get("/stream")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<IngestionJson>> stream() {
        load.streams().check();
        return Flux.defer(this::progress);
    }

    private Flux<Event<IngestionJson>> progress() {
        load.streams().enter();
        return Flux.interval(Duration.ZERO, EVERY)
                .takeUntilOther(stopping.announced())
                .onBackpressureDrop()
                .map(tick -> IngestionJson.of(indexing.progress()))
                .distinctUntilChanged()
                .map(progress -> Event.of(progress).name("progress"))
                .doFinally(ended -> load.streams().leave());
    }

    /**
     * How far indexing is.
     *
     * @param state {@code running} until a scan has dealt with every file, else {@code idle}
     * @param done files dealt with
     * @param total files in the folder
     * @param failures files that cannot be read
     * @param passagesPerSecond of this scan; 0 where nothing was embedded
     * @param etaSeconds until it is done; null where that is not known
     */
    @Serdeable
    record IngestionJson(
            String state,
            int done,
            int total,
            List<FailureJson> failures,
            double passagesPerSecond,
            @Nullable Long etaSeconds) {

        static IngestionJson of(Progress progress) {
            Duration remaining = progress.remaining();
            return new IngestionJson(
                    progress.state().name().toLowerCase(Locale.ROOT),
                    progress.done(),
                    progress.total(),
                    progress.failures().stream()
                            .map(failure -> new FailureJson(failure.source(), failure.reason()))
                            .toList(),
                    Math.round(progress.passagesPerSecond() * 10) / 10.0,
                    remaining == null ? null : Math.max(1, remaining.toSeconds()));
        }
    }

    /**
     * A file that cannot be read, and why.
     *
     * @param source path relative to the folder
     * @param reason what is wrong and what to do
     */
    @Serdeable
    record FailureJson(String source, String reason) {}
}
