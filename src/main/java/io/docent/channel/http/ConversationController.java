package io.docent.channel.http;

import io.docent.access.Person;
import io.docent.history.Conversation;
import io.docent.history.History;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/** The asker's own conversations. */
@Controller("/api/conversations")
@ExecuteOn(TaskExecutors.BLOCKING)
class ConversationController {

    private final History history;

    ConversationController(History history) {
        this.history = history;
    }

    /** All, the most recently used first. */
    @Get
    Conversations list(Person person) {
        return new Conversations(history.conversations(person.id()).stream()
                .map(ConversationJson::of)
                .toList());
    }

    /** One with its turns. */
    @Get("/{id}")
    ConversationTurns get(String id, Person person) {
        Conversation conversation = history.conversation(id, person.id()).orElseThrow(() -> unknown(id));
        List<ChatJson> turns = history.turns(id, person.id()).stream()
                .map(turn -> ChatJson.of(turn, null))
                .toList();
        return new ConversationTurns(conversation.id(), conversation.title(), turns);
    }

    /** Deletes one with its turns. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(String id, Person person) {
        if (!history.delete(id, person.id())) {
            throw unknown(id);
        }
    }

    /** Deletes everything that is kept of the asker: conversations, answers, feedback. */
    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void deleteAll(Person person) {
        history.deleteAll(person.id());
    }

    private static ProblemException unknown(String id) {
        return ProblemException.notFound(
                "there is no conversation " + (id.length() > 64 ? id.substring(0, 64) + "…" : id) + " of yours");
    }

    /** A person's conversations. */
    @Serdeable
    record Conversations(List<ConversationJson> conversations) {}

    /**
     * A conversation.
     *
     * @param id to be sent with its next question
     * @param title its first question, shortened
     * @param updatedAt when the last question was asked
     * @param turns how many questions were asked
     */
    @Serdeable
    record ConversationJson(String id, String title, Instant updatedAt, int turns) {

        static ConversationJson of(Conversation conversation) {
            return new ConversationJson(
                    conversation.id(), conversation.title(), conversation.updatedAt(), conversation.turns());
        }
    }

    /**
     * A conversation with all that was said, in order.
     *
     * @param id to be sent with its next question
     * @param title its first question, shortened
     * @param turns the first question first
     */
    @Serdeable
    record ConversationTurns(String id, String title, List<ChatJson> turns) {}
}
