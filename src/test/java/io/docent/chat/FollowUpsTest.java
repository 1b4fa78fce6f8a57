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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            What happened in 2012?             | What happened in 2012 (Blood, Sweat & Tears)?
            Did the record sell?               | Did the record sell (Blood, Sweat & Tears)?
            What was the result of this?       | What was the result of this (Blood, Sweat & Tears)?
            Were there any problems?           | Were there any problems (Blood, Sweat & Tears)?
            Where did they tour?               | Where did Blood, Sweat & Tears tour?
            Did Lou Reed join?                 | Did Lou Reed join?
            Is there a limit on uploads?       | Is there a limit on uploads?
            Why are the leaves green?          | Why are the leaves green?
            Is there anything else to know?    | Is there anything else to know?
            """)
    void keepsToWhatAConversationWasOpenedBy(String question, String expected) {
        List<Turn> before = List.of(turn("Blood, Sweat & Tears", "A band."), turn("when was that?", "In 1967."));

        assertThat(followUps.standalone(question, before)).isEqualTo(expected);
    }

    @Test
    void keepsToWhatWasAskedAboutInSeveralTurns() {
        Turn first = turn("When was Kestrel founded?", "");
        Turn second = turn("Who leads Kestrel?", "");

        assertThat(followUps.standalone("What happened in 2012?", List.of(first, second)))
                .isEqualTo("What happened in 2012 (Kestrel)?");
        assertThat(followUps.standalone("What happened in 2012?", List.of(first)))
                .isEqualTo("What happened in 2012?");
    }

    @Test
    void leavesTheKindOutOfTheNameThatOpensAConversation() {
        List<Turn> before = List.of(turn("Vogue (song)", ""));

        assertThat(followUps.standalone("Who wrote it?", before)).isEqualTo("Who wrote Vogue?");
    }

    @Test
    void aNameInLowerCaseIsANameOfItsOwn() {
        List<Turn> before = List.of(turn("Grover Norquist", "Taxpayer Protection Pledge"));

        assertThat(followUps.standalone("how did the taxpayer protection pledge start?", before))
                .isEqualTo("how did the taxpayer protection pledge start?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            When did he release Inevitable?     | In 2011.                      | Was it a hit?                | Was Inevitable a hit?
            What was the second album?          | Streetlife Serenade.          | Was it a hit?                | Was Streetlife Serenade a hit?
            What did he do then?                | He sang in "Chikni Chameli".  | Was it a hit?                | Was Chikni Chameli a hit?
            When did he move?                   | To the Farnsworth House.      | When was the house built?    | When was the Farnsworth house built?
            What did he record?                 | He made the album Blue Hours. | When was the album released? | When was the album Blue Hours released?
            When did he move?                   | In 1951.                      | When was the house built?    | When was the house built?
            When did he move?                   | In May 1951.                  | Where is it?                 | Where is it (Joe Miller)?
            """)
    void tellsThingsFromThePersonThatIsTalkedAbout(String last, String answer, String question, String expected) {
        List<Turn> before = List.of(turn("Joe Miller", ""), turn(last, last.replace("he", "Joe Miller"), answer));

        assertThat(followUps.standalone(question, before)).isEqualTo(expected);
    }

    @Test
    void heIsKnownAndTheyAreNot() {
        List<Turn> before =
                List.of(turn("Joe Miller", ""), turn("Where did he sing?", "Where did Joe Miller sing?", ""));

        assertThat(followUps.standalone("How long did he stay with them?", before))
                .isEqualTo("How long did Joe Miller stay with them?");
        assertThat(followUps.standalone("Did they tour?", before)).isEqualTo("Did they tour (Joe Miller)?");
    }

    @Test
    void aNameOfTwoIsNobodysName() {
        List<Turn> before =
                List.of(turn("Who met Ada Lovelace and Charles Babbage?", ""), turn("When was Ada Lovelace born?", ""));

        assertThat(followUps.standalone("Where did she live?", before)).isEqualTo("Where did Ada Lovelace live?");
    }

    private static Turn turn(String question, String answer) {
        return turn(question, question, answer);
    }

    private static Turn turn(String question, String searchedFor, String answer) {
        List<Sentence> sentences =
                answer.isEmpty() ? List.of() : List.of(new Sentence(answer, List.of(), Support.SUPPORTED, null));
        return new Turn(
                "1",
                "2",
                question,
                searchedFor,
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
