package io.docent.chat;

import io.docent.answer.Question;
import io.docent.history.Turn;
import java.time.Instant;
import java.util.List;

/**
 * What was said in a turn before, as the asker tells it: nobody vouches for it, so that it helps to understand a question
 * and is never evidence for an answer. What is longer than any turn is cut.
 *
 * @param question what was asked
 * @param answer what was answered; empty where nothing was
 */
public record Said(String question, String answer) {

    private static final int LONGEST_ANSWER = 8_000;

    public Said {
        question = beginning(question.strip(), Question.LONGEST);
        answer = beginning(answer.strip(), LONGEST_ANSWER);
    }

    private static String beginning(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    Turn turn(String searchedFor) {
        return new Turn(
                "",
                "",
                question,
                searchedFor,
                answer.isEmpty() ? Turn.Status.NOT_FOUND : Turn.Status.ANSWERED,
                answer,
                List.of(),
                List.of(),
                List.of(),
                "",
                null,
                0,
                Instant.EPOCH);
    }
}
