package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.answer.DraftReader.Code;
import io.docent.answer.DraftReader.Part;
import io.docent.answer.DraftReader.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DraftReaderTest {

    private static final String TWO = "Parking costs 12 euros a day [1]. Guests of the hotel (see 【2】) park for free.";

    private final DraftReader reader = new DraftReader(3);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000})
    void readsTheSameInPiecesOfAnySize(int size) {
        List<Part> parts = read(TWO, size);
        parts.addAll(reader.finish());

        assertThat(prose(parts))
                .containsExactly(
                        new Prose("Parking costs 12 euros a day.", List.of(1)),
                        new Prose("Guests of the hotel (see) park for free.", List.of(2)));
    }

    @Test
    void holdsBackWhatMayGoOn() {
        assertThat(prose(read("Parking costs 12 euros", 5))).isEmpty();
        assertThat(prose(read(" a day [1", 5))).isEmpty();
        assertThat(prose(read("]. It", 5))).isEmpty();
        assertThat(prose(read(" is free", 5))).containsExactly(new Prose("Parking costs 12 euros a day.", List.of(1)));
    }

    @Test
    void ofAnAnswerThatWasCutOffWholeSentencesStay() {
        List<Part> parts = read("Parking costs 12 euros a day [1]. Guests", 4);
        parts.addAll(reader.cut());

        assertThat(prose(parts)).containsExactly(new Prose("Parking costs 12 euros a day.", List.of(1)));
    }

    @Test
    void aSentenceThatEndedBeforeTheCutStays() {
        List<Part> parts = read("Parking costs 12 euros a day [1].", 4);
        parts.addAll(reader.cut());

        assertThat(prose(parts)).containsExactly(new Prose("Parking costs 12 euros a day.", List.of(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Parking costs 12", "Parking costs", "<think>It may", "| Parking | 12"})
    void whatWasCutInItsMidstIsLeftOut(String text) {
        List<Part> parts = read(text, 4);
        parts.addAll(reader.cut());

        assertThat(prose(parts)).isEmpty();
    }

    @Test
    void rowsBeforeTheCutStay() {
        List<Part> parts = read("| Place | Price |\n|---|---|\n| Garage | 12 euros [1] |\n| Yard | 7", 4);
        parts.addAll(reader.cut());

        assertThat(prose(parts)).containsExactly(new Prose("| Garage | 12 euros |", List.of(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void aLineWithoutAnEndIsCut(String end) {
        List<Part> parts = read("word ".repeat(20_000) + end, 1_000_000);
        parts.addAll(reader.finish());

        assertThat(prose(parts))
                .hasSizeGreaterThan(1)
                .allMatch(sentence -> sentence.text().length() <= 20_000);
    }

    @Test
    void markersInCodeAreCode() {
        List<Part> parts = read("```\nint first = list[1];\n```\n", 3);
        parts.addAll(reader.finish());

        assertThat(parts.getFirst()).isEqualTo(new Code("```\nint first = list[1];\n```\n"));
    }

    /** A renderer must not see the end of the code earlier than it was seen here, nor its beginning later. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "~~~\n```\n![x](http://evil.example)\n~~~\n",
                "        ```\n```` \n![x](http://evil.example)\n",
                "````\n```\n![x](http://evil.example)\n````",
                "```a b\"c\n![x](http://evil.example)\n",
            })
    void codeIsCodeToEveryRenderer(String text) {
        List<Part> parts = read(text, 2);
        parts.addAll(reader.finish());

        String written =
                parts.stream().filter(Code.class::isInstance).map(Part::text).collect(Collectors.joining());
        if (written.contains("![x]")) {
            Node first = Parser.builder().build().parse(written).getFirstChild();
            assertThat(first).isInstanceOf(FencedCodeBlock.class);
            assertThat(first.getNext()).isNull();
        } else {
            assertThat(prose(parts)).isNotEmpty();
        }
    }

    @Test
    void aLineOfBackticksWithABacktickBehindIsNoCode() {
        List<Part> parts = read("``` `x\n![x](http://evil.example) Parking is free.\n", 3);
        parts.addAll(reader.finish());

        assertThat(parts).noneMatch(Code.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "word ", "12 ", "![", "[1 ", "( ", "<", "**", "`", "A. "})
    void aModelThatIsInALoopIsReadToItsEnd(String piece) {
        List<Part> parts = read(piece.repeat(8_000 / piece.length()), 4);
        parts.addAll(reader.finish());

        assertThat(prose(parts)).allMatch(sentence -> sentence.text().length() <= 1_000);
    }

    @Test
    void thinkingAndListsOfSourcesAreLeftOut() {
        List<Part> parts = read("<think>Hm. 13?</think>Parking is free.\n\nSources:\n[1] a.txt\n[2] b.txt", 3);
        parts.addAll(reader.finish());

        assertThat(prose(parts)).containsExactly(new Prose("Parking is free.", List.of()));
    }

    private List<Part> read(String text, int size) {
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < text.length(); at += size) {
            parts.addAll(reader.read(text.substring(at, Math.min(text.length(), at + size))));
        }
        return parts;
    }

    private static List<Prose> prose(List<Part> parts) {
        return parts.stream()
                .filter(Prose.class::isInstance)
                .map(Prose.class::cast)
                .toList();
    }
}
