package io.docent.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.answer.Sentence;
import io.docent.answer.Support;
import io.docent.history.Turn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpsTest {

    private final FollowUps followUps = new FollowUps();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            When did Lee take office?                    | Who did he succeed?                | Who did Lee succeed?
            When did Lee take office?                    | What is his itinerary?             | What is Lee's itinerary?
            Who is Ada Lovelace?                         | Where did she live?                | Where did Ada Lovelace live?
            Who is Ada Lovelace?                         | What did her father do?            | What did Ada Lovelace's father do?
            How far did the North Korean missile fly?    | When was it launched?              | When was the North Korean missile launched?
            What is the default port of the gateway?     | How do I change it?                | How do I change the default port of the gateway?
            How much revenue did we make in 2018?        | and in 2019?                       | How much revenue did we make in 2019?
            How much revenue did we make in 2018?        | What about 2019?                   | How much revenue did we make in 2019?
            How many people work in Berlin?              | And in Munich?                     | How many people work in Munich?
            When was Samsung founded?                    | What about Hyundai?                | When was Hyundai founded?
            Who wrote the travel policy?                 | How about the expense policy?      | Who wrote the expense policy?
            Did China restrict concerts?                 | Why?                               | Why? Did China restrict concerts?
            What does the travel policy cover?           | Does it apply to contractors?      | Does the travel policy apply to contractors?
            What does the travel policy cover?           | What does that mean?               | What does the travel policy mean?
            Where is Zurich?                             | Who lives there?                   | Who lives in Zurich?
            What does the travel policy cover?           | Tell me more                       | What does the travel policy cover?
            What does the travel policy cover?           | Are there other exceptions?        | Are there other exceptions (the travel policy)?
            """)
    void takesWhatAQuestionLacksFromTheOneBefore(String before, String question, String expected) {
        assertThat(followUps.standalone(question, List.of(turn(before, "")))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What is the capital of France?
            How long does it take to index a folder?
            Is it possible to delete a document?
            Which companies came along?
            Is there a limit on uploads?
            Did you know that the port changed?
            Wie alt ist die Stadt?
            """)
    void leavesAQuestionThatStandsAloneAlone(String question) {
        assertThat(followUps.standalone(question, List.of(turn("When did Lee take office?", ""))))
                .isEqualTo(question);
    }

    @Test
    void leavesTheFirstQuestionAlone() {
        assertThat(followUps.standalone("Who is he?", List.of())).isEqualTo("Who is he?");
    }

    @Test
    void findsThePersonInTheAnswerWhereTheQuestionNamedNone() {
        Turn before = turn("who is the security chief?", "Wi Sung-lac is the security chief.");

        assertThat(followUps.standalone("Where did he work?", List.of(before)))
                .isEqualTo("Where did Wi Sung-lac work?");
    }

    @Test
    void goesBackTurnByTurnUntilSomebodyIsNamed() {
        List<Turn> before = List.of(turn("When did Lee take office?", ""), turn("how old was that?", ""));

        assertThat(followUps.standalone("Where was he born?", before)).isEqualTo("Where was Lee born?");
    }

    private static Turn turn(String question, String answer) {
        List<Sentence> sentences =
                answer.isEmpty() ? List.of() : List.of(new Sentence(answer, List.of(), Support.SUPPORTED, null));
        return new Turn(
                "1",
                "2",
                question,
                question,
                Turn.Status.ANSWERED,
                answer,
                sentences,
                List.of(),
                List.of(),
                "extractive",
                null,
                1,
                Instant.EPOCH);
    }
}
