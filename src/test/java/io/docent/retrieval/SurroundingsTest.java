package io.docent.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.passage.SentenceSplitter;
import io.docent.passage.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    private static Surroundings of(String text, String part) {
        List<Span> sentences = SentenceSplitter.split(text);
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).of(text).contains(part)) {
                return Surroundings.of(text, sentences).get(i);
            }
        }
        throw new AssertionError("no sentence has '" + part + "'");
    }

    private static String label(String text, String part) {
        Span label = of(text, part).label();
        return label == null ? "none" : label.of(text);
    }

    private static final String SETTINGS = """
            Settings of the server.

            server.port (integer): The port to listen on. The default is 8080.

            It is taken at the start.

            server.host (string):

            The address to listen on. By default it is loopback's.""";

    @Test
    void aSentenceStandsUnderTheLastLabelBeforeIt() {
        assertThat(label(SETTINGS, "Settings of")).isEqualTo("none");
        assertThat(label(SETTINGS, "The port")).isEqualTo("server.port (integer)");
        assertThat(label(SETTINGS, "is 8080")).isEqualTo("server.port (integer)");
        assertThat(label(SETTINGS, "taken at the start")).isEqualTo("server.port (integer)");
        assertThat(label(SETTINGS, "loopback")).isEqualTo("server.host (string)");
    }

    @Test
    void aColonWithinASentenceMakesNoLabel() {
        assertThat(label("He left at noon. She stayed until 16:30 and said: no.", "She"))
                .isEqualTo("none");
        assertThat(label("It rains. In short: it is wet. Nobody came.", "Nobody"))
                .isEqualTo("none");
        assertThat(label("- Port: it is 8080. It is free.", "It is free")).isEqualTo("Port");
        assertThat(label("It depends on many things of which nobody knows one, as is often so with it: why?", "It"))
                .isEqualTo("none");
    }

    private static final String TABLE =
            "Limits:\n\nWhat: question | Limit: 2,000 characters | 400\nWhat: body | Limit: 1 MB | 413\n\nThat is all.";

    @Test
    void aRowIsReadAlone() {
        Surroundings row = of(TABLE, "body");

        assertThat(row.isRow()).isTrue();
        assertThat(row.around().of(TABLE)).isEqualTo("What: body | Limit: 1 MB | 413");
        assertThat(row.label()).isNull();
        assertThat(row.cells()).extracting(cell -> cell.of(TABLE)).containsExactly("body", "1 MB", "413");
    }

    @Test
    void aBarInBracketsPartsNoCells() {
        String row = "Option: size (small | large) | Default: small";

        assertThat(of(row, "size").cells())
                .extracting(cell -> cell.of(row))
                .containsExactly("size (small | large)", "small");
    }

    @Test
    void whatAnnouncesCommandsIsSaidOfThemAlone() {
        String text =
                "To book a train:\n\n./book --train zurich\n./book --confirm=yes\n\nFlights are booked by the office.";

        assertThat(label(text, "--confirm")).isEqualTo("To book a train");
        assertThat(label(text, "Flights")).isEqualTo("none");
    }

    @Test
    void anyOtherSentenceIsReadWithThoseBesideIt() {
        assertThat(of("One is here. Two is here. Three is here.", "Two")
                        .around()
                        .length())
                .isEqualTo("One is here. Two is here. Three is here.".length());
        assertThat(of(TABLE, "That is all").isRow()).isFalse();
    }
}
