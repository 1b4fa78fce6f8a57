package io.docent.channel.http;

import io.docent.access.Person;
import io.docent.history.History;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers given before, and what the asker thinks of them. */
@Controller("/api/answers")
@ExecuteOn(TaskExecutors.BLOCKING)
class AnswerController {

    private static final Set<String> FIELDS = Set.of("helpful", "comment");

    private static final int LONGEST_COMMENT = 2_000;

    private final History history;

    AnswerController(History history) {
        this.history = history;
    }

    /** An answer as it was given. */
    @Get("/{id}")
    ChatJson get(String id, Person person) {
        return history.turn(id, person.id())
                .map(turn -> ChatJson.of(turn, null))
                .orElseThrow(() -> unknown(id));
    }

    /** Notes whether an answer helped, in place of what was noted before. */
    @Post("/{id}/feedback")
    @Status(HttpStatus.NO_CONTENT)
    void rate(String id, @Body @Nullable JsonNode body, Person person) {
        JsonFields fields = JsonFields.of(body, FIELDS);
        boolean helpful = fields.requiredFlag("helpful");
        String comment = fields.optionalText("comment", LONGEST_COMMENT);
        if (!history.rate(id, person.id(), helpful, comment)) {
            throw unknown(id);
        }
    }

    private static ProblemException unknown(String id) {
        return ProblemException.notFound(
                "there is no answer " + (id.length() > 64 ? id.substring(0, 64) + "…" : id) + " of yours");
    }
}
