package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.answer.Answer.Answered;
import io.docent.answer.Answer.NotFound;
import io.docent.answer.Answer.Reply;
import io.docent.retrieval.Library;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswererTest {

    private static final String HANDBOOK = """
            # Handbook

            ## Travel

            A hotel may cost up to 180 euros a night. Trains are booked in second class. Flights of less than four hours
            are booked in economy.

            ## Leave

            Every employee of Kestrel has 30 days of paid leave a year. Leave that is not taken by the end of March is lost.

            ## Gateway

            The gateway listens on port 8443. The variable GATEWAY_PORT changes it.
            """;

    @TempDir
    private static Path data;

    private static Library library;
    private static Answerer answerer;

    @BeforeAll
    static void open() {
        library = new Library(data);
        library.add("handbook.md", HANDBOOK);
        library.add("canteen.md", "# Canteen\n\nThe canteen opens at noon and serves soup on Mondays.\n");
        answerer = library.bean(Answerer.class);
    }

    @AfterAll
    static void close() {
        library.close();
    }

    private static Answer ask(String question) {
        return answerer.answer(new Question(question, Set.of()));
    }

    @Test
    void quotesTheSentenceThatAnswers() {
        assertThat(ask("How much may a hotel cost?"))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answer -> assertThat(answer.sentences().getFirst().text())
                                .isEqualTo("A hotel may cost up to 180 euros a night."));
        assertThat(ask("Which port does the gateway listen on?"))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answer -> assertThat(answer.citations().getFirst())
                                .returns("The gateway listens on port 8443.", Citation::quote)
                                .returns(List.of("Handbook", "Gateway"), Citation::headings)
                                .returns("handbook.md", Citation::source));
    }

    @Test
    void saysWhatIsNotInTheDocumentsAndWhatComesClosest() {
        assertThat(ask("What is the population of Brazil?")).isInstanceOfSatisfying(NotFound.class, answer -> {
            assertThat(answer.closest()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
            assertThat(answer.explanation().confidence())
                    .isLessThan(answer.explanation().threshold());
            assertThat(answer.explanation().passages()).noneMatch(Explanation.Considered::used);
        });
    }

    @Test
    void explainsWhatWasUsedAndWhyTheRestWasNot() {
        Answer answer = ask("How many days of paid leave does an employee have?");

        assertThat(answer).isInstanceOf(Answered.class);
        assertThat(answer.explanation().confidence())
                .isGreaterThanOrEqualTo(answer.explanation().threshold());
        assertThat(answer.explanation().passages())
                .anyMatch(Explanation.Considered::used)
                .allSatisfy(passage -> assertThat(passage.used()).isEqualTo(passage.cut() == null));
    }

    @Test
    void theStreamSaysWhatTheAnswerDoes() {
        List<AnswerEvent> events = new ArrayList<>();

        Answer answer = answerer.answer(new Question("When is leave lost?", Set.of()), events::add);

        assertThat(answer).isInstanceOf(Answered.class);
        assertThat(events.getFirst()).isInstanceOf(AnswerEvent.Found.class);
        assertThat(events.getLast()).isEqualTo(new AnswerEvent.Done(answer));
        StringBuilder streamed = new StringBuilder();
        events.forEach(event -> streamed.append(event instanceof AnswerEvent.Piece piece ? piece.text() : ""));
        assertThat(streamed).hasToString(AnswerText.of(((Answered) answer).sentences()));
    }

    @Test
    void aGreetingIsNoQuestion() {
        assertThat(ask("Hello!")).isInstanceOf(Reply.class);
    }

    @Test
    void summarisesTheDocumentThatIsNamed() {
        assertThat(ask("Summarise handbook.md")).isInstanceOfSatisfying(Answered.class, answer -> {
            assertThat(answer.sentences())
                    .extracting(Sentence::text)
                    .containsExactly(
                            "A hotel may cost up to 180 euros a night.",
                            "Every employee of Kestrel has 30 days of paid leave a year.",
                            "The gateway listens on port 8443.");
            assertThat(answer.citations()).extracting(Citation::source).containsOnly("handbook.md");
        });
    }

    @Test
    void withoutDocumentsNothingIsFound(@TempDir Path empty) {
        try (Library nothing = new Library(empty)) {
            Answer answer = nothing.bean(Answerer.class).answer(new Question("How much may a hotel cost?", Set.of()));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            NotFound.class, one -> assertThat(one.closest()).isEmpty());
        }
    }
}
