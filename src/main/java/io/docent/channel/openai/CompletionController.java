package io.docent.channel.openai;

import io.docent.load.BusyException;
import io.docent.load.Load;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.inject.Named;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Answers, whole or piece by piece. */
@Controller("/v1/chat/completions")
class CompletionController {

    private static final Logger LOG = LoggerFactory.getLogger(CompletionController.class);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** What ends a stream. */
    private static final String DONE = "[DONE]";

    private final Answers answers;
    private final Clock clock;
    private final Load load;
    private final ExecutorService blocking;

    CompletionController(
            Answers answers, Clock clock, Load load, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.answers = answers;
        this.clock = clock;
        this.load = load;
        this.blocking = blocking;
    }

    /** Answers the last message; with {@code stream}, in server-sent events. */
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CompletionJson.class)),
                @Content(
                        mediaType = MediaType.TEXT_EVENT_STREAM,
                        schema = @Schema(oneOf = {ChunkJson.class, OpenAiError.class}))
            })
    @Post
    @Produces(MediaType.ALL)
    @ExecuteOn(TaskExecutors.BLOCKING)
    MutableHttpResponse<?> complete(@Body @Nullable JsonNode body) {
        Asked asked = Parameters.read(body);
        Answers.check(asked);
        String id = "chatcmpl-" + random();
        long created = clock.instant().getEpochSecond();
        if (!asked.stream()) {
            Reply reply = answers.answer(asked, piece -> {});
            return HttpResponse.ok(CompletionJson.of(id, created, reply)).contentType(MediaType.APPLICATION_JSON_TYPE);
        }
        // Once the stream has begun its status is told.
        load.questions().check();
        // Not by a scheduler: it would interrupt the thread of a reader who leaves, and an interrupt in the middle of a
        // write closes the file of the database for everybody.
        Flux<Event<Object>> events = Flux.create(sink -> blocking.execute(() -> stream(asked, id, created, sink)));
        return HttpResponse.ok(events)
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header("Cache-Control", "no-cache");
    }

    private static String random() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private void stream(Asked asked, String id, long created, FluxSink<Event<Object>> sink) {
        try {
            sink.next(Event.of(ChunkJson.begin(id, created)));
            Reply reply = answers.answer(asked, piece -> {
                if (sink.isCancelled()) {
                    throw new CancellationException("the reader has gone");
                }
                if (!piece.isEmpty()) {
                    sink.next(Event.of(ChunkJson.piece(id, created, piece)));
                }
            });
            sink.next(Event.of(ChunkJson.end(id, created, reply)));
            if (asked.usageWanted()) {
                sink.next(Event.of(ChunkJson.usage(id, created, reply)));
            }
            sink.next(Event.of(DONE));
        } catch (CancellationException e) {
            return;
        } catch (BusyException e) {
            sink.next(Event.of(OpenAiError.of(429, String.valueOf(e.getMessage()))));
        } catch (RuntimeException e) {
            LOG.error("A request failed", e);
            sink.next(Event.of(OpenAiError.of(500, "Docent failed on this request; its log says how.")));
        }
        sink.complete();
    }
}
