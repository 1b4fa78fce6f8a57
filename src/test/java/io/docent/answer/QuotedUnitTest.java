package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.passage.SentenceSplitter;
import io.docent.passage.Span;
import io.docent.retrieval.Found;
import io.docent.retrieval.Retrieved;
import io.docent.retrieval.ScoredSentence;
import io.docent.retrieval.Surroundings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotedUnitTest {

    /** What is quoted for the sentence that holds {@code part}. */
    private static String quoted(String text, String part, String question) {
        Retrieved passage = Found.passage("doc", text);
        List<Span> spans = SentenceSplitter.split(text);
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).of(text).contains(part)) {
                ScoredSentence sentence = new ScoredSentence(passage, i, spans.get(i), Map.of(), 0);
                Span label = Surroundings.of(text, spans).get(i).label();
                return QuotedUnit.of(sentence, spans.get(Math.max(0, i - 1)), label, question)
                        .of(text);
            }
        }
        throw new AssertionError("no sentence has '" + part + "'");
    }

    @Test
    void aSentenceThatStandsAloneIsQuotedAlone() {
        String text = "The gateway was renamed in 2021. Kestrel maintains the gateway. It is free.";

        assertThat(quoted(text, "Kestrel", "Who maintains the gateway?")).isEqualTo("Kestrel maintains the gateway.");
    }

    @Test
    void aSentenceThatPointsBackBringsTheOneBefore() {
        String text = "Kestrel maintains the gateway. It also pays for the servers.";

        assertThat(quoted(text, "It also", "Who pays for the servers?")).isEqualTo(text);
    }

    @Test
    void butNotWhereThatIsTooMuchToRead() {
        String before = "Kestrel maintains the gateway " + "and its many parts ".repeat(30) + "for good.";

        assertThat(quoted(before + " It pays for the servers.", "It pays", "Who pays?"))
                .isEqualTo("It pays for the servers.");
    }

    @Test
    void theFirstSentenceHasNothingBefore() {
        assertThat(quoted("It pays for the servers. That is all.", "It pays", "Who pays?"))
                .isEqualTo("It pays for the servers.");
    }

    private static final String LIST = """
            You need three things:

            - a passport
            - a visa
            - a ticket

            Bring them with you.""";

    @Test
    void aLineThatAnnouncesAListBringsTheList() {
        assertThat(quoted(LIST, "three things", "What do I need?"))
                .startsWith("You need three things:")
                .endsWith("- a ticket")
                .doesNotContain("Bring them");
    }

    @Test
    void whatStandsBelowAListIsNotReadWithTheLineThatAnnouncesIt() {
        String text = """
                Before departure the crew checks:

                - the oars
                - the rudder

                The boat must be wiped dry afterwards.""";

        assertThat(quoted(text, "wiped dry", "What does the crew check before departure?"))
                .isEqualTo("The boat must be wiped dry afterwards.");
    }

    @Test
    void anItemBringsItsWholeListWhereSeveralAreAskedFor() {
        assertThat(quoted(LIST, "a visa", "What do I need for the journey?"))
                .startsWith("You need three things:")
                .endsWith("- a ticket");
    }

    @Test
    void anItemThatIsASentenceStandsAloneWhereOneThingIsAskedFor() {
        String text = """
                - The office opens at eight.
                - The canteen opens at noon.
                - The library opens at ten.""";

        assertThat(quoted(text, "canteen", "When does the canteen open?")).isEqualTo("The canteen opens at noon.");
    }

    @Test
    void aListIsNotQuotedWithoutBounds() {
        StringBuilder text = new StringBuilder("You need these things:\n\n");
        for (int i = 0; i < 200; i++) {
            text.append("- a thing of the kind number ").append(i).append('\n');
        }

        assertThat(quoted(text.toString(), "these things", "What do I need?").length())
                .isBetween(500, QuotedUnit.LONGEST_LIST);
    }

    @Test
    void stepsThatFollowAreQuotedWithWhatSaysSo() {
        String text = """
                To reset the device, take the following steps.

                1. Press the button.
                2. Wait ten seconds.

                Then it is ready.""";

        assertThat(quoted(text, "To reset", "How do I reset the device?"))
                .contains("1. Press the button.")
                .contains("2. Wait ten seconds.")
                .doesNotContain("Then it is ready");
    }

    private static final String CODE = """
            # Seconds until a request is given up.
            TIMEOUT=30
            # How often it is tried again.
            RETRIES=2""";

    @Test
    void aCommentInCodeBringsTheLineThatItSpeaksOf() {
        assertThat(quoted(CODE, "How often", "How often is a request tried again?"))
                .isEqualTo("# How often it is tried again.\nRETRIES=2");
        assertThat(quoted(CODE, "# Seconds", "When is a request given up?"))
                .isEqualTo("# Seconds until a request is given up.\nTIMEOUT=30");
    }

    @Test
    void aLineOfCodeIsQuotedAloneUnlessSomebodyAsksHow() {
        assertThat(quoted(CODE, "TIMEOUT=30", "What is the timeout?")).isEqualTo("TIMEOUT=30");
        assertThat(quoted(CODE, "TIMEOUT=30", "How do I set the timeout?")).isEqualTo(CODE);
    }

    private static final String ENTRIES =
            "work_mem (integer): Memory of one sort. The default is four megabytes.\n\nThe unit is kilobytes.";

    @Test
    void aSentenceWhoseSubjectIsItsLabelBringsItAllFromTheLabelOn() {
        assertThat(quoted(ENTRIES, "four megabytes", "What is the default of work_mem?"))
                .isEqualTo("work_mem (integer): Memory of one sort. The default is four megabytes.");
    }

    @Test
    void butNotWhereTheQuestionDoesNotNameTheLabel() {
        assertThat(quoted(ENTRIES, "four megabytes", "What is the default?"))
                .isEqualTo("The default is four megabytes.");
        assertThat(quoted("Note: It rains. The work_mem is set.", "is set", "Is work_mem set?"))
                .isEqualTo("The work_mem is set.");
    }
}
