package io.docent.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

    /** A bar stands where one sentence ends and the next begins. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rains.|It pours!|Does it?|Yes.",
                "Dr. Smith met Mr. J. K. Rowling on Jan. 5 at 3.5 p.m. in Washington, D.C. for lunch.|They ate.",
                "He lives in the U.S.|The weather is fine there.",
                "See Fig. 3 and No. 7 of vol. 2, e.g. the last one.|Then go on.",
                "Acme Inc. makes anvils.|He left Acme Inc.|The company is old.",
                "Version 1.2.3 fixes it.|Upgrade from v1.2. to v2.0 now.",
                "Visit https://example.org/a.b?c=d.|It is free.",
                "The file config.yaml is read by app.Main at start.",
                "\"Is it so?\" he asked.|\"It is.\"|She left.",
                "Do not shout \"stop!\"; say \"easy oar\" instead.|He asked \"Really?\", twice.|\"Go!\": that is all.",
                "We chose plan B.|Kennedy agreed.",
                "John F. Kennedy was shot.|L. B. Johnson followed.",
                "They paid $3.50 (approx. 3 €) each.|That was cheap.",
                "Wait... what?|Nothing.",
                "北京是首都。|上海很大！|真的吗？",
                "Er kam z.B. am 3. Mai nach Köln.|Danach ging er.",
                "M. Dupont, cf. page 3, est parti.|Il revient demain.",
                "The ratio rose by 5 %.|Nobody knew why.",
                "Mr. and Mrs. Brown came to St. Mary's on Sept. 3.|They left at 6 p.m.|Nobody cared.",
                "Das kostet inkl. MwSt. z. B. 5.000,00 EUR.|Das ist viel.",
                "Ein Amt, z. B. Köln, zahlt.|Danach ist Schluss.",
                "J.R.R. Tolkien wrote it.|C.S. Lewis did not.",
                "Use Node.js v18.2.1 or later.|Python 3.12 works too.",
                "Unpack foo.tar.gz.|The IP address is 192.168.0.1.|Ping it.",
                "Rule a) applies.|The limit is 10 GB/month.|Over that, pay $0.09/GB.",
                "It was signed by Lee et al. in 2019.|It still holds.",
            })
    void endsASentenceWhereAPersonWould(String marked) {
        List<String> expected = Arrays.stream(marked.split("\\|")).toList();
        String text = join(expected);

        List<String> sentences = sentences(text);

        assertThat(sentences).isEqualTo(expected);
    }

    @Test
    void keepsAWrappedSentenceInOnePiece() {
        String text = """
                The committee met on Tuesday afternoon in order to talk about the
                budget of the library. It was decided that the budget should grow by
                five percent. Nobody was against it, but two of the members from the
                North asked for more.

                Next paragraph.""";

        assertThat(sentences(text))
                .containsExactly(
                        "The committee met on Tuesday afternoon in order to talk about the\nbudget of the library.",
                        "It was decided that the budget should grow by\nfive percent.",
                        "Nobody was against it, but two of the members from the\nNorth asked for more.",
                        "Next paragraph.");
    }

    @Test
    void leavesListItemsAloneAndTheirBulletsOut() {
        String text = "You need:\n- a hammer\n- two nails. They are long.\n1. Hit the nail\n2) Hit it again\naa. Rest";

        assertThat(sentences(text))
                .containsExactly(
                        "You need:",
                        "a hammer",
                        "two nails.",
                        "They are long.",
                        "Hit the nail",
                        "Hit it again",
                        "Rest");
    }

    @Test
    void takesARowOfATableAsOne() {
        String text = "Region: EMEA | Note: Mr. X left. Sales fell. | Revenue: 42\nRegion: APAC | Revenue: 7";

        assertThat(sentences(text))
                .containsExactly(
                        "Region: EMEA | Note: Mr. X left. Sales fell. | Revenue: 42", "Region: APAC | Revenue: 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"git reset [--soft | --hard] [<commit>]", "SET { LOCAL | GLOBAL } ZONE", "Either (a | b) or c."})
    void aBarInBracketsPartsNoCells(String line) {
        assertThat(SentenceSplitter.isRow(line, new Span(0, line.length()))).isFalse();
        assertThat(SentenceSplitter.isRow(line + " | 42", new Span(0, line.length() + 5)))
                .isTrue();
    }

    @Test
    void takesCodeLineByLine() {
        String text = "int main() {\n    printf(\"Hello. World.\");\n    return 0;\n}";

        assertThat(sentences(text)).containsExactly("int main() {", "printf(\"Hello. World.\");", "return 0;", "}");
    }

    @Test
    void takesCommandsLineByLine() {
        String text = """
                docent token make "Ann"                 # a reader's: asks and reads
                docent token make --administrator "Bo"  # also uploads, deletes, scans again
                docent token list
                docent token revoke "Ann"               # by name, id or the token itself""";

        assertThat(sentences(text)).hasSize(4).contains("docent token list");
    }

    @Test
    void takesSettingsLineByLine() {
        assertThat(sentences("ollama pull llama3.1:8b\nDOCENT_LLM_MODEL=llama3.1:8b java -jar docent.jar"))
                .containsExactly("ollama pull llama3.1:8b", "DOCENT_LLM_MODEL=llama3.1:8b java -jar docent.jar");
    }

    @Test
    void proseThatNamesAnOptionStaysProse() {
        String text = """
                Whoever starts the service with --verbose on a machine that others use too should
                know that the log then has the names of all files in /srv/documents/private and is
                readable by whoever may read the log's folder, unless the umask says something else.""";

        assertThat(sentences(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a(", " ", "a=", "--a ", "/a", "$", "[ | ", "a:"})
    void aLineThatAMachineWroteTakesNoLongerThanItsLength(String part) {
        String line = "x" + part.repeat(1_000_000 / part.length()) + "x";

        assertThat(sentences(line + "\n" + line)).isNotEmpty();
    }

    @Test
    void findsTheBlockOfCodeAroundALine() {
        String text = "Set it:\n\nA=1 start\nB=2 start\n\nThat is all.";

        assertThat(SentenceSplitter.codeAround(text, span(text, "B=2")).map(block -> block.of(text)))
                .contains("A=1 start\nB=2 start");
        assertThat(SentenceSplitter.codeAround(text, span(text, "That is"))).isEmpty();
    }

    private static Span span(String text, String part) {
        int start = text.indexOf(part);
        return new Span(start, start + part.length());
    }

    @Test
    void keepsAnIndentedParagraphInOnePiece() {
        String text = """
                i.  The redirection code now handles several filenames specially:
                    /dev/fd/N, /dev/stdin, /dev/stdout, and /dev/stderr, whether or
                    not they are present in the file system.""";

        assertThat(sentences(text))
                .containsExactly(
                        "The redirection code now handles several filenames specially:",
                        "/dev/fd/N, /dev/stdin, /dev/stdout, and /dev/stderr, whether or\n    not they are present in the file system.");
    }

    @Test
    void endsATitleAtItsLineAboveASubtitle() {
        String text =
                "President Lee Visits Beijing, Aims to Steady Ties Amid Regional Tensions\nLee in Beijing for Key Summit";

        assertThat(sentences(text)).hasSize(2);
    }

    @Test
    void endsATitleAtItsLineWhenTheTextBelowIsNotWrapped() {
        String text = "Valkyria Chronicles III\nThe game was released in January 2011 in Japan and is the third of a"
                + " series that began three years before it on another console.";

        assertThat(sentences(text)).hasSize(2).first().isEqualTo("Valkyria Chronicles III");
    }

    @Property
    void sentencesStandInOrderAndLeaveOnlySpaceAndBulletsOut(@ForAll String text) {
        int end = 0;
        StringBuilder between = new StringBuilder();
        for (Span sentence : SentenceSplitter.split(text)) {
            assertThat(sentence.start()).isGreaterThanOrEqualTo(end);
            assertThat(sentence.of(text)).isEqualTo(sentence.of(text).strip()).isNotEmpty();
            between.append(text, end, sentence.start());
            end = sentence.end();
        }
        between.append(text.substring(end));

        assertThat(between.toString().replaceAll("[-*+•·▪◦‣–—]|\\(?(?:\\d{1,3}[.)]|[a-z][.)]|[A-Z]\\))", ""))
                .isBlank();
    }

    private static List<String> sentences(String text) {
        return SentenceSplitter.split(text).stream().map(span -> span.of(text)).toList();
    }

    private static String join(List<String> sentences) {
        boolean cjk = sentences.getFirst().codePointAt(0) > 0x3000;
        return String.join(cjk ? "" : " ", sentences);
    }
}
