package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTextTest {

    @Test
    void markersStandBeforeTheFullStop() {
        String text = AnswerText.of(List.of(
                Sentence.quoted("The missile flew about 900 kilometres.", 1),
                new Sentence("It fell into the sea!", List.of(1, 2), Support.SUPPORTED, null)));

        assertThat(text).isEqualTo("The missile flew about 900 kilometres [1]. It fell into the sea [1][2]!");
    }

    @Test
    void aListBeginsOnALineOfItsOwn() {
        String text = AnswerText.of(
                List.of(Sentence.quoted("You may go.", 1), Sentence.quoted("Bring these:\n- a pass\n- a pen", 2)));

        assertThat(text).isEqualTo("You may go [1].\n\nBring these:\n- a pass\n- a pen [2]");
    }

    @Test
    void whatHasNoCitationHasNoMarker() {
        assertThat(AnswerText.of(
                        List.of(new Sentence("Perhaps.", List.of(), Support.UNSUPPORTED, "no passage says so"))))
                .isEqualTo("Perhaps.");
    }

    @Test
    void aSentenceCannotContradictItsVerdict() {
        assertThatThrownBy(() -> new Sentence("x", List.of(), Support.QUOTED, null))
                .hasMessageContaining("citation");
        assertThatThrownBy(() -> new Sentence("x", List.of(1), Support.UNSUPPORTED, null))
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> new Sentence("x", List.of(1), Support.SUPPORTED, "why"))
                .hasMessageContaining("reason");
    }

    @Test
    void wrappedLinesAreReadAsOneButListsAndTablesLineByLine() {
        assertThat(QuoteText.readable("The missile\n  flew far.")).isEqualTo("The missile flew far.");
        assertThat(QuoteText.readable("Bring:\n\n- a pass\n\n- a pen  ")).isEqualTo("Bring:\n- a pass\n- a pen");
        assertThat(QuoteText.readable("name | port\ngateway | 8443\n")).isEqualTo("name | port\ngateway | 8443");
    }
}
