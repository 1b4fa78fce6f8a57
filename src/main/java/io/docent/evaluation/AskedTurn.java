package io.docent.evaluation;

import io.docent.answer.Sentence;
import io.docent.answer.Support;
import io.docent.history.Turn;
import java.time.Instant;
import java.util.List;

/** A turn of a data set's dialogue, as a conversation would have kept it. */
final class AskedTurn {

    private AskedTurn() {}

    static Turn of(String question, String searchedFor, String answer) {
        return new Turn(
                "",
                "",
                question,
                searchedFor,
                Turn.Status.ANSWERED,
                answer,
                List.of(new Sentence(answer, List.of(), Support.SUPPORTED, null)),
                List.of(),
                List.of(),
                "extractive",
                null,
                0,
                Instant.EPOCH);
    }
}
