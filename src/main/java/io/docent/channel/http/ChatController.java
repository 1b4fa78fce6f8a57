package io.docent.channel.http;

import io.docent.access.Person;
import io.docent.answer.Question;
import io.docent.chat.Chat;
import io.docent.chat.ChatEvent;
import io.docent.chat.ChatRequest;
import io.docent.chat.ChatTurn;
import io.docent.document.DocumentId;
import io.docent.load.Load;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Questions and answers. */
@Controller("/api/chat")
class ChatController {

    private static final Set<String> FIELDS = Set.of("question", "conversationId", "documentIds", "explain");

    private static final String CHANNEL = "http";

    private static final int LONGEST_ID = 64;

    private final Chat chat;
    private final KnownDocuments documents;
    private final Load load;
    private final ExecutorService blocking;

    ChatController(
            Chat chat, KnownDocuments documents, Load load, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.chat = chat;
        this.documents = documents;
        this.load = load;
        this.blocking = blocking;
    }

    /** Answers a question. */
    @Post
    @ExecuteOn(TaskExecutors.BLOCKING)
    ChatJson ask(@Body @Nullable JsonNode body, Person person) throws Exception {
        Asked asked = read(body, person);
        ChatTurn answered = load.questions().within(() -> chat.ask(asked.request(), event -> {}));
        return ChatJson.of(answered.turn(), asked.explain() ? answered.explanation() : null);
    }

    /** Answers a question piece by piece. */
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM,
                            schema =
                                    @Schema(oneOf = {FoundJson.class, PieceJson.class, ChatJson.class, Problem.class})))
    @Post("/stream")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<Object>> stream(@Body @Nullable JsonNode body, Person person) {
        Asked asked = read(body, person);
        load.questions().check();
        // Not by a scheduler: it would interrupt the thread of a reader who leaves, and an interrupt in the middle of a
        // write closes the file of the database for everybody.
        PropagatedContext context = PropagatedContext.getOrEmpty();
        return Flux.create(sink -> blocking.execute(context.wrap(() -> answer(asked, sink))));
    }

    private void answer(Asked asked, FluxSink<Event<Object>> sink) {
        try {
            ChatTurn answered = load.questions().within(() -> chat.ask(asked.request(), event -> pass(event, sink)));
            sink.next(Event.<Object>of(ChatJson.of(answered.turn(), asked.explain() ? answered.explanation() : null))
                    .name("done"));
        } catch (CancellationException e) {
            return;
        } catch (Exception e) {
            sink.next(Event.<Object>of(Problems.of(e)).name("failed"));
        }
        sink.complete();
    }

    private static void pass(ChatEvent event, FluxSink<Event<Object>> sink) {
        if (sink.isCancelled()) {
            throw new CancellationException("the reader has gone");
        }
        if (!(event instanceof ChatEvent.Piece piece && piece.text().isEmpty())) {
            sink.next(event(event));
        }
    }

    private static Event<Object> event(ChatEvent event) {
        return switch (event) {
            case ChatEvent.Found found ->
                Event.<Object>of(new FoundJson(
                                found.citations().stream().map(CitationJson::of).toList()))
                        .name("found");
            case ChatEvent.Piece piece ->
                Event.<Object>of(new PieceJson(piece.text())).name("piece");
        };
    }

    private Asked read(@Nullable JsonNode body, Person person) {
        JsonFields fields = JsonFields.of(body, FIELDS);
        String question = fields.text("question", Question.LONGEST);
        Set<DocumentId> among = documents.check("documentIds", fields.texts("documentIds", 1_000));
        String conversation = fields.optionalText("conversationId", LONGEST_ID);
        if (conversation != null && conversation.isBlank()) {
            throw ProblemException.badRequest("conversationId is empty; leave it out to begin a conversation");
        }
        return new Asked(
                new ChatRequest(CHANNEL, person.id(), conversation, question, among), fields.flag("explain", false));
    }

    private record Asked(ChatRequest request, boolean explain) {}

    /** The citations that the answer will choose from. */
    @Serdeable
    record FoundJson(List<CitationJson> citations) {}

    /**
     * The next piece of the answer's text.
     *
     * @param text Markdown where a model writes, else plain text; with markers
     */
    @Serdeable
    record PieceJson(String text) {}
}
