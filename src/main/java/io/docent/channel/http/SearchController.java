package io.docent.channel.http;

import io.docent.answer.Question;
import io.docent.load.Load;
import io.docent.retrieval.Retrieval;
import io.docent.retrieval.Retriever;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Passages for a question, by the same way that answers come about. */
@Controller("/api/search")
class SearchController {

    private static final int MOST = 100;

    private final Retriever retriever;
    private final Load load;

    SearchController(Retriever retriever, Load load) {
        this.retriever = retriever;
        this.load = load;
    }

    /** The passages that answer best, best first. */
    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    Passages search(@QueryValue @Nullable String q, @QueryValue(defaultValue = "10") int limit) throws Exception {
        String question = q == null ? "" : q.strip();
        if (question.isEmpty() || question.length() > Question.LONGEST) {
            throw ProblemException.badRequest(
                    "q has %,d characters; it has 1 to %,d".formatted(question.length(), Question.LONGEST));
        }
        if (limit < 1 || limit > MOST) {
            throw ProblemException.badRequest("limit is " + limit + "; it is 1 to " + MOST);
        }
        Retrieval found = load.searches().within(() -> retriever.retrieve(question, Set.of(), limit));
        return new Passages(found.passages().stream().map(PassageJson::of).toList());
    }

    /** What was found, best first. */
    @Serdeable
    record Passages(List<PassageJson> passages) {}
}
