package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.document.DocumentId;
import io.docent.passage.Passage;
import io.docent.passage.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleQuestionsTest {

    private static final DocumentId DOCUMENT = new DocumentId("0123456789abcdef");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The warranty covers all moving parts of the warranty set, says the warranty. | What does the warranty cover?
                    Full-time employees receive 28 days of paid vacation.  | What do full-time employees receive?
                    The main office is located in Berlin.                  | Where is the main office located?
                    Travel claims are due within 30 days.                  | When are travel claims due?
                    To reset your password, open the settings.             | How do I reset my password?
                    Bash is a Unix shell that reads commands.              | What is Bash?
                    Ada Lovelace was an English writer of programs.        | Who was Ada Lovelace?
                    In 2019, the bridge was closed to lorries.             | What happened in 2019?
                    """)
    void asksForWhatASentenceSays(String sentence, String question) {
        Passage passage = passage(0, sentence);

        List<ExampleQuestion> questions = ExampleQuestions.of(List.of(passage));

        assertThat(questions).extracting(ExampleQuestion::text).containsExactly(question);
        assertThat(questions.getFirst().answer()).isEqualTo(passage.span());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    It is a tool for everybody who writes.
                    The group includes five people.
                    This covers all of them.
                    """)
    void doesNotAskForWhatOnlyTheSentenceBeforeNames(String sentence) {
        assertThat(ExampleQuestions.of(List.of(passage(0, sentence)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mr. Okafor gets three offers a year.
                    The club gets several offers a year.
                    The captain made the offer again.
                    """)
    void takesNoNounForWhatSomethingDoes(String sentence) {
        assertThat(ExampleQuestions.of(List.of(passage(0, sentence)))).isEmpty();
    }

    @Test
    void takesQuestionsThatAreHeadingsAsTheyAre() {
        Passage passage = passage(0, "Press the red button.", "FAQ", "How do I stop it?");

        assertThat(ExampleQuestions.of(List.of(passage)))
                .extracting(ExampleQuestion::text)
                .containsExactly("How do I stop it?");
    }

    @Test
    void theSameQuestionIsNotAskedTwice() {
        Passage passage = passage(0, "Within a day.", "When is an order sent?");

        assertThat(ExampleQuestions.of(List.of(passage, passage))).hasSize(1);
    }

    @Test
    void makesQuestionsOfHeadingsButOfNoneThatNamesNothing() {
        Passage howTo = passage(0, "Open the portal.", "Handbook", "How to request leave");
        Passage topic = passage(100, "There are 28 of them. These are vacation days.", "Handbook", "2.1 Vacation days");
        Passage none = passage(200, "Nothing to say.", "Handbook", "Introduction");

        assertThat(ExampleQuestions.of(List.of(howTo, topic, none)))
                .extracting(ExampleQuestion::text)
                .containsExactly("How do I request leave?", "What do the documents say about vacation days?");
    }

    @Test
    void namesAreNotAdjectives() {
        Passage passage = passage(0, "Concerts by South Korean artists were held in South Korea, with Kim Gu.");

        assertThat(ExampleQuestions.of(List.of(passage)))
                .extracting(ExampleQuestion::text)
                .contains("What do the documents say about South Korea?")
                .doesNotContain("What do the documents say about South Korean?");
    }

    @Test
    void isAnsweredOnlyByTheSentenceThatItWasMadeFrom() {
        Passage passage = passage(50, "Bash is a Unix shell that reads commands. Nobody minds.");
        ExampleQuestion question = ExampleQuestions.of(List.of(passage)).getFirst();

        assertThat(question.isAnsweredBy(citation(DOCUMENT, 50, 91))).isTrue();
        assertThat(question.isAnsweredBy(citation(DOCUMENT, 92, 105))).isFalse();
        assertThat(question.isAnsweredBy(citation(new DocumentId("fedcba9876543210"), 50, 91)))
                .isFalse();
    }

    private static Citation citation(DocumentId document, int start, int end) {
        return new Citation(
                1,
                document,
                "Title",
                "a.txt",
                null,
                List.of(),
                "x".repeat(end - start),
                new Span(start, end),
                "0".repeat(64));
    }

    private static Passage passage(int start, String text, String... headings) {
        return new Passage(DOCUMENT, 0, List.of(headings), null, new Span(start, start + text.length()), text);
    }
}
