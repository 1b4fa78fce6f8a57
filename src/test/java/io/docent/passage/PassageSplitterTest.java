package io.docent.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.document.Heading;
import io.docent.document.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PassageSplitterTest {

    /** Counts words, as good a measure as word pieces here. */
    private static int words(String text) {
        return (int) Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .count();
    }

    private final PassageSplitter splitter = new PassageSplitter(PassageSplitterTest::words, 20, 10);

    @Test
    void neverPutsTwoSectionsIntoOnePassage() {
        String text = "Install\n\nRun the setup.\n\nUse\n\nOpen the page.";
        Document document = document(text, List.of(new Heading(1, "Install", 0), new Heading(1, "Use", 25)));

        List<Passage> passages = splitter.split(document);

        assertThat(passages).extracting(Passage::text).containsExactly("Run the setup.", "Open the page.");
        assertThat(passages).extracting(Passage::headings).containsExactly(List.of("Install"), List.of("Use"));
    }

    @Test
    void tellsTheWholeTrailOfHeadings() {
        String text = "Guide\n\nIntro.\n\nSetup\n\nStep one.\n\nUse\n\nClick.";
        Document document = document(
                text, List.of(new Heading(1, "Guide", 0), new Heading(2, "Setup", 15), new Heading(2, "Use", 33)));

        assertThat(splitter.split(document))
                .extracting(Passage::headings)
                .containsExactly(List.of("Guide"), List.of("Guide", "Setup"), List.of("Guide", "Use"));
    }

    @Test
    void makesAPassageOfAHeadingWithNothingUnderIt() {
        String text = "Guide\n\nThe port is 8443\n\nUse\n\nClick.";
        Document document = document(
                text,
                List.of(new Heading(1, "Guide", 0), new Heading(2, "The port is 8443", 7), new Heading(2, "Use", 25)));

        assertThat(splitter.split(document)).extracting(Passage::text).containsExactly("The port is 8443", "Click.");
    }

    @Test
    void addsShortParagraphsUp() {
        String text = "One two three.\n\nFour five six.\n\nSeven eight nine ten eleven.\n\nTwelve.";

        assertThat(splitter.split(document(text, List.of())))
                .extracting(Passage::text)
                .containsExactly("One two three.\n\nFour five six.\n\nSeven eight nine ten eleven.\n\nTwelve.");
    }

    @Test
    void keepsLongEnoughParagraphsApart() {
        String text = sentence(12) + "\n\n" + sentence(11);

        assertThat(splitter.split(document(text, List.of()))).hasSize(2);
    }

    @Test
    void keepsAListWithTheLineThatAnnouncesIt() {
        String text = sentence(12).replace('.', ':') + "\n\n- one\n- two\n- three";

        assertThat(splitter.split(document(text, List.of()))).hasSize(1);
    }

    @Test
    void beginsANewPassageWithTheTermOfADefinition() {
        String text = sentence(14) + "\n\nwork_mem (integer):\n\n" + sentence(12);

        assertThat(splitter.split(document(text, List.of())))
                .extracting(Passage::text)
                .containsExactly(sentence(14), "work_mem (integer):\n\n" + sentence(12));
    }

    @Test
    void cutsALongParagraphBetweenSentencesIntoPiecesOfMuchTheSameSize() {
        String text = IntStream.range(0, 7).mapToObj(i -> sentence(5)).collect(Collectors.joining(" "));

        List<Passage> passages = splitter.split(document(text, List.of()));

        assertThat(passages).hasSize(2).allSatisfy(passage -> {
            assertThat(words(passage.text())).isBetween(15, 20);
            assertThat(passage.text()).endsWith(".");
        });
    }

    @Test
    void cutsASentenceThatIsTooLongAtASpace() {
        String text = "word ".repeat(50).strip();

        List<Passage> passages = splitter.split(document(text, List.of()));

        assertThat(passages).hasSizeGreaterThan(2).allSatisfy(passage -> {
            assertThat(words(passage.text())).isLessThanOrEqualTo(20);
            assertThat(passage.text()).matches("(word )*word");
        });
    }

    @Test
    void tellsThePageAPassageStartsOn() {
        String text = sentence(15) + "\n\n" + sentence(15) + "\n\n" + sentence(15);
        int second = text.indexOf("\n\n") + 2;
        Document document = new Document(
                new DocumentId("a"),
                "A",
                "a.pdf",
                "application/pdf",
                text,
                List.of(),
                List.of(new Page(1, 0), new Page(2, second), new Page(3, second + 5)),
                "0".repeat(64));

        assertThat(splitter.split(document)).extracting(Passage::page).containsExactly(1, 2, 3);
    }

    @Test
    void beginsANewPassageWithTheFirstSentenceOfAPage() {
        String text = "One two. Three four. Five six.";
        Document document = new Document(
                new DocumentId("a"),
                "A",
                "a.pdf",
                "application/pdf",
                text,
                List.of(),
                List.of(new Page(1, 0), new Page(2, text.indexOf("four"))),
                "0".repeat(64));

        List<Passage> passages = splitter.split(document);

        assertThat(passages).extracting(Passage::text).containsExactly("One two. Three four.", "Five six.");
        assertThat(passages).extracting(Passage::page).containsExactly(1, 2);
    }

    @Test
    void refusesLimitsThatContradictEachOther() {
        assertThatThrownBy(() -> new PassageSplitter(PassageSplitterTest::words, 10, 11))
                .hasMessage("a passage's enough tokens are 1 up to its maximum 10, not 11");
    }

    @Property
    void everyCharacterStandsInExactlyOnePassage(
            @ForAll String anything, @ForAll @IntRange(min = 1, max = 9) int maximum) {
        String text = "x" + anything;
        PassageSplitter small = new PassageSplitter(PassageSplitterTest::words, maximum, 1);

        List<Passage> passages = small.split(document(text, List.of()));

        List<String> gaps = new ArrayList<>();
        int end = 0;
        for (Passage passage : passages) {
            assertThat(passage.text())
                    .isEqualTo(text.substring(
                            passage.span().start(), passage.span().end()));
            assertThat(words(passage.text())).isLessThanOrEqualTo(maximum);
            gaps.add(text.substring(end, passage.span().start()));
            end = passage.span().end();
        }
        gaps.add(text.substring(end));
        assertThat(String.join("", gaps)).isBlank();
    }

    private static String sentence(int words) {
        return "Word " + "word ".repeat(words - 1).strip() + ".";
    }

    private static Document document(String text, List<Heading> headings) {
        return new Document(new DocumentId("a"), "A", "a.txt", "text/plain", text, headings, List.of(), "0".repeat(64));
    }
}
