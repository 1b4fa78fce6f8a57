package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.document.DocumentId;
import io.docent.passage.Passage;
import io.docent.passage.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleQuestionsTest {

    private static Passage passage(String text, String... headings) {
        return new Passage(new DocumentId("doc"), 0, List.of(headings), null, new Span(0, text.length()), text);
    }

    @Test
    void aHeadingThatAsksIsAskedAsItStands() {
        assertThat(ExampleQuestions.of(List.of(passage("Within a day.", "FAQ", "When is an order sent?"))))
                .containsExactly("When is an order sent?");
    }

    @Test
    void whatIsExplainedIsAskedFor() {
        assertThat(ExampleQuestions.of(List.of(passage("The Gateway is a service that forwards calls to others."))))
                .containsExactly("What is the Gateway?");
    }

    @Test
    void aPersonIsAskedForByWho() {
        assertThat(ExampleQuestions.of(List.of(passage("Ada Lovelace was a writer who worked with Babbage."))))
                .first()
                .isEqualTo("Who was Ada Lovelace?");
    }

    @Test
    void whatPointsElsewhereIsNoSubject() {
        assertThat(ExampleQuestions.of(List.of(
                        passage("This is a service that forwards calls. There is a limit for each one of them."))))
                .isEmpty();
    }

    @Test
    void asksForTheNamesThatAreMentionedMost() {
        Passage passage = passage("We met Li Qiang. He told Li Qiang what Wi Sung-lac had said.");

        assertThat(ExampleQuestions.of(List.of(passage)))
                .containsExactly(
                        "What do the documents say about Li Qiang?", "What do the documents say about Wi Sung-lac?");
    }

    @Test
    void theSameQuestionIsNotAskedTwice() {
        Passage passage = passage("Within a day.", "When is an order sent?");

        assertThat(ExampleQuestions.of(List.of(passage, passage))).hasSize(1);
    }
}
