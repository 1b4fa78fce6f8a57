package io.docent.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainHeadingsTest {

    private static final String PARAGRAPH =
            "\n\nA paragraph follows that is longer than any heading and that ends as sentences end, with a full stop.\n\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Road to Recovery      | 2 The Road to Recovery
            INTRODUCTION              | 1 INTRODUCTION
            3.2 Scope of the work     | 2 3.2 Scope of the work
            4. Results                | 1 4. Results
            = Title =                 | 1 Title
            = = Deeper = =            | 2 Deeper
            === Deepest ===           | 3 Deepest
            Setting up/=========      | 1 Setting up
            Details of it/-------------| 2 Details of it
            """)
    void findsALineThatIsAHeading(String line, String heading) {
        String text = "Some text before." + PARAGRAPH + line.replace('/', '\n') + PARAGRAPH;

        assertThat(PlainHeadings.of(text))
                .extracting(found -> found.level() + " " + found.title())
                .containsExactly(heading);
        assertThat(PlainHeadings.of(text))
                .allSatisfy(found -> assertThat(text.startsWith(found.title(), found.start()))
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is a sentence of its own.",
                "what happened then",
                "We went home after that",
                "Dear Mr Miller",
                "12 March 2024",
                "- Item Of A List",
                "Name\tValue",
                "A | B",
                "Where Do We Go?",
                "The Following Items:",
                "int Main = New Foo()",
                "Since: 2.0",
                "Title Case That Goes On For Longer Than Any Heading Would Ever Do In Any Text Of Ours Here"
            })
    void ratherMissesOneThanTakesALineOfTheText(String line) {
        assertThat(PlainHeadings.of("Some text before." + PARAGRAPH + line + PARAGRAPH))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. Buy Milk\n\n2. Walk the dog and come home again before it gets dark\n\n3. Sleep\n",
                "A Title\nthat goes on below and is a paragraph\n",
                "The Last Line"
            })
    void wantsTextUnderAHeading(String text) {
        assertThat(PlainHeadings.of(text)).isEmpty();
    }
}
