package io.docent.channel.http;

import io.docent.answer.Examples;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Questions to begin with. */
@Controller("/api/examples")
class ExampleController {

    private final Examples examples;

    ExampleController(Examples examples) {
        this.examples = examples;
    }

    /** Up to six questions that the documents answer. */
    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    Questions list() {
        return new Questions(examples.questions());
    }

    /**
     * Questions, each to be asked as it is.
     *
     * @param questions up to six, which their asker may send as they are
     */
    @Serdeable
    record Questions(List<String> questions) {}
}
