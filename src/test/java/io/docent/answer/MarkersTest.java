package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.answer.DraftReader.Code;
import io.docent.answer.DraftReader.Part;
import io.docent.answer.DraftReader.Prose;
import io.docent.answer.Markers.Marker;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is so [1].|It is so.|1",
                "It is so.[1]|It is so.|1",
                "It is so [1, 2].|It is so.|1 2",
                "It is so [1][3].|It is so.|1 3",
                "It is so [1-3].|It is so.|1 2 3",
                "It is so [^2].|It is so.|2",
                "It is so [[2]].|It is so.|2",
                "It is so [2](#2).|It is so.|2",
                "It is so 【3†source】.|It is so.|3",
                "It is so 【1】【2】.|It is so.|1 2",
                "It is so ［1］.|It is so.|1",
                "It is so (2).|It is so.|2",
                "It is so (Passage 2).|It is so.|2",
                "It is so [Source 2, 3].|It is so.|2 3",
                "It is so<sup>1</sup>.|It is so.|1",
                "It [1] is so.|It is so.|1",
                "It is so [4].|It is so.|",
                "It is so [99].|It is so.|",
                "Take `list[1]` and go [2].|Take `list[1]` and go.|2",
                "It has (1) a door and (2) a roof.|It has (1) a door and (2) a roof.|",
                "It was founded in (1987).|It was founded in (1987).|",
                "In [1987] it was so.|In [1987] it was so.|",
                "Call f(1) first.|Call f(1) first.|",
                "The key is [Enter].|The key is [Enter].|",
            })
    void readsEveryForm(String line, String text, String numbers) {
        Markers.Read read = Markers.read(line, 3);

        assertThat(read.text()).isEqualTo(text);
        assertThat(read.markers().stream()
                        .map(Marker::number)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(numbers == null ? "" : numbers);
    }

    @Property(tries = 200)
    void piecesDoNotMatter(@ForAll @IntRange(min = 1, max = 9) int length) {
        String answer = "Intro [1]. The port is 8443【2†x】. Use `a[1]` (3).\n\n- One [1, 2]\n- Two [^3]\n\n"
                + "```\nrun[1]\n```\n| a | b |\n|---|---|\n| c | d [2] |\nThe end.";

        assertThat(read(answer, length)).isEqualTo(read(answer, answer.length()));
    }

    @Property(tries = 500)
    void ofAnyDraftSentencesCitePassagesThatAreThere(
            @ForAll("drafts") String draft, @ForAll @IntRange(min = 1, max = 20) int length) {
        assertThat(read(draft, length)).allSatisfy(part -> {
            if (part instanceof Prose prose) {
                assertThat(prose.text()).isNotBlank();
                assertThat(prose.cited()).doesNotHaveDuplicates().isSubsetOf(1, 2, 3);
            }
        });
    }

    @Property(tries = 1_000)
    void ofAnyLineTheMarkersNamePassagesAndStandInWhatIsLeft(@ForAll("drafts") String line) {
        Markers.Read read = Markers.read(line, 3);

        assertThat(read.text().length()).isLessThanOrEqualTo(line.length());
        assertThat(read.markers()).allSatisfy(marker -> {
            assertThat(marker.number()).isBetween(1, 3);
            assertThat(marker.at()).isBetween(0, read.text().length());
        });
        assertThat(read.markers()).extracting(Marker::at).isSorted();
    }

    @Provide
    Arbitrary<String> drafts() {
        return Arbitraries.of(
                        "It is so",
                        "In Berlin, 42 people work",
                        ".",
                        "!",
                        "?",
                        " ",
                        "\n",
                        "\n\n",
                        "[1]",
                        "[1, 2]",
                        "[1-3]",
                        "[^2]",
                        "[[3]]",
                        "[2](#2)",
                        "【3†source】",
                        "［1］",
                        "(2)",
                        "(Passage 2)",
                        "<sup>1</sup>",
                        "[",
                        "]",
                        "【",
                        "<sup>",
                        "[99]",
                        "[1987]",
                        "`a[1]`",
                        "`",
                        "```\n",
                        "- ",
                        "1. ",
                        "# Title",
                        "| a | b |\n|---|---|\n",
                        "| c | d [2] |\n",
                        "**",
                        "<think>",
                        "</think>",
                        "Sources:\n",
                        "\u0000",
                        "😀",
                        "é")
                .list()
                .ofMaxSize(25)
                .map(pieces -> String.join("", pieces));
    }

    private static List<Part> read(String answer, int length) {
        DraftReader reader = new DraftReader(3);
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < answer.length(); at += length) {
            parts.addAll(reader.read(answer.substring(at, Math.min(answer.length(), at + length))));
        }
        parts.addAll(reader.finish());
        return parts;
    }

    @Test
    void sentencesCodeAndRowsAreToldApart() {
        List<Part> parts =
                read("Intro [1]. The port is 8443 [2].\n```sh\nrun [1]\n```\n| a | b |\n|---|---|\n| c | d [2] |\n", 5);

        assertThat(parts.stream().filter(Prose.class::isInstance))
                .containsExactly(
                        new Prose("Intro.", List.of(1)),
                        new Prose("The port is 8443.", List.of(2)),
                        new Prose("| c | d |", List.of(2)));
        assertThat(parts).contains(new Code("```sh\nrun [1]\n```\n"));
    }

    @Test
    void aSentenceIsToldAsSoonAsTheNextHasBegun() {
        DraftReader reader = new DraftReader(3);

        assertThat(reader.read("It is so. [")).isEmpty();
        assertThat(reader.read("1] And then ")).containsExactly(new Prose("It is so.", List.of(1)));
    }

    @Test
    void thinkingAndSourcesAreLeftOut() {
        assertThat(read("<think>Hm [1]. No.</think>\nYes, it is so [2].\n\nSources:\n[1] a.md\n[2] b.md", 4).stream()
                        .filter(Prose.class::isInstance))
                .containsExactly(new Prose("Yes, it is so.", List.of(2)));
    }
}
