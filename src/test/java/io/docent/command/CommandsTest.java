package io.docent.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands as they are typed: what they print, write, and end with. */
class CommandsTest {

    @TempDir
    private Path folder;

    private String printed = "";

    @BeforeEach
    void writeQuestions() throws IOException {
        Files.createDirectories(folder.resolve("documents"));
        Files.writeString(
                folder.resolve("documents/office.md"),
                "# Office\n\nThe office opens at eight in the morning. The canteen serves soup on Mondays.\n");
        Files.writeString(
                folder.resolve("documents/travel.md"),
                "# Travel\n\nA hotel may cost up to 180 euros a night. Trains are booked in second class.\n");
        Files.writeString(folder.resolve("questions.csv"), """
                question,expected,document
                When does the office open?,eight,office.md
                How much may a hotel cost?,180 euros,travel.md
                What is the population of Brazil?,,not in the documents
                """);
    }

    private int run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            return Commands.run(arguments);
        } finally {
            System.setOut(out);
            System.setErr(err);
            printed = bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private String questions() {
        return folder.resolve("questions.csv").toString();
    }

    @ParameterizedTest
    @CsvSource({
        "evaluate, true",
        "train, true",
        "-h, true",
        "--help, true",
        "help, true",
        "--version, true",
        "--helpp, true",
        "ask, true",
        "serve, false",
        "-docent.data=x, false",
        "--port=8080, false",
        "-Dx=y, false"
    })
    void anArgumentIsACommandOrASetting(String argument, boolean command) {
        assertThat(Commands.isMeant(argument)).isEqualTo(command);
        assertThat(Commands.isMeant()).isFalse();
    }

    @Test
    void measuresWritesItsReportsAndKeepsBounds() throws IOException {
        Path report = folder.resolve("report");

        int exit = run(
                "evaluate", "--questions", questions(), "--report", report.toString(), "--at-least", "recall@1=0.9");

        assertThat(exit).as(printed).isZero();
        assertThat(printed)
                .contains("questions: 2 documents")
                .contains("answer-first")
                .contains("quotes-equal");
        assertThat(Files.readString(report.resolve("report.json"))).contains("\"recall@1\"");
        assertThat(Files.readString(report.resolve("report.md"))).contains("| recall@1 | 1.0000 |");
        assertThat(Files.readString(report.resolve("report.html"))).contains("<svg");

        int again = run(
                "evaluate",
                "--questions",
                questions(),
                "--compare",
                report.resolve("report.json").toString(),
                "--at-least",
                "answer-length=100000");

        assertThat(again).isEqualTo(1);
        assertThat(printed).contains("Against the run of").contains("Too low: questions.answer-length");
    }

    @Test
    void badInputEndsWithTwoAndOneLineThatSaysWhatToDo() {
        assertThat(run("evaluate", "--questions", folder.resolve("none.csv").toString()))
                .isEqualTo(2);
        assertThat(printed).contains("none.csv is not there").doesNotContain("\tat ");

        assertThat(run("evaluate", "--questions", questions(), "--at-least", "high"))
                .isEqualTo(2);
        assertThat(printed).contains("--at-least is a figure's name");

        assertThat(run("evaluate", "--questions", questions(), "--only", "other"))
                .isEqualTo(2);
        assertThat(printed).contains("no data set is named other");

        assertThat(run("evaluate")).isEqualTo(2);
        assertThat(printed).contains("--questions");

        assertThat(run("train")).isEqualTo(2);
        assertThat(printed).contains("both --sentences and --confidence are needed, or --projection alone");

        assertThat(run("train", "--projection", questions(), "--sentences", questions()))
                .isEqualTo(2);
        assertThat(printed).contains("give it alone");

        assertThat(run("train", "--projection", questions())).isEqualTo(2);
        assertThat(printed).containsPattern("questions.csv, SHA-256 \\p{XDigit}+ has \\d+ tokens; to tell directions");

        assertThat(run("xyz", "now")).isEqualTo(2);
        assertThat(printed).isEqualToNormalizingNewlines("""
                There is no command 'xyz'
                docent --help tells what there is
                """);

        assertThat(run("ask", "--jsn", "Who?")).isEqualTo(2);
        assertThat(printed).contains("Unknown option: '--jsn'", "--json").doesNotContain("Usage:");
    }

    @Test
    void learnsWeightsThatCanBeReadAndSaysFromWhat() throws IOException {
        Path squad = Files.writeString(folder.resolve("squad.json"), squad());
        Path output = folder.resolve("weights.properties");

        int exit = run(
                "train",
                "--sentences",
                squad.toString(),
                "--confidence",
                squad.toString(),
                "--output",
                output.toString());

        assertThat(exit).as(printed).isZero();
        Properties weights = new Properties();
        try (var reader = Files.newBufferedReader(output)) {
            weights.load(reader);
        }
        assertThat(weights).containsKeys("sentence.tokens", "confidence.bias", "confidence-by-words.threshold");
        assertThat(Files.readString(output))
                .contains("docent train --sentences squad.json --confidence squad.json --keep 0.95")
                .contains("squad.json, SHA-256 ")
                .contains("Cross-validated by article:");
    }

    @Test
    void learnsFromQuestionsWrittenByHandAndTheDocumentsTheyNameToo() throws IOException {
        Path documents = Files.createDirectories(folder.resolve("manual"));
        Files.writeString(
                documents.resolve("port.md"), "# Port\n\nThe service listens on 8080. It starts in a second.\n");
        Files.writeString(documents.resolve("log.md"), "# Log\n\nThe log goes to the console. It has no answers.\n");
        Path questions = Files.writeString(folder.resolve("hand.yaml"), """
                - {question: "Which port does the service listen on?", expected: 8080, document: port.md}
                - {question: "Where does the log go?", expected: console, document: log.md}
                - {question: "What does a licence cost?", document: not in the documents}
                """);
        String source = questions + "=" + documents;

        int exit = run("train", "--sentences", source, "--confidence", source);

        assertThat(exit).as(printed).isZero();
        assertThat(printed)
                .contains("docent train --sentences hand.yaml=manual --confidence hand.yaml=manual")
                .containsPattern("#   sentences of hand: first .* n = 2");
    }

    @Test
    void refusesAShareThatIsNone() {
        assertThat(run("train", "--sentences", questions(), "--confidence", questions(), "--keep", "1.5"))
                .isEqualTo(2);
        assertThat(printed).contains("--keep is a share");
    }

    /** Ten articles of two paragraphs, each with a question. */
    private static String squad() {
        StringBuilder articles = new StringBuilder();
        String[] things = {
            "whale", "hotel", "gateway", "rocket", "canteen", "library", "bridge", "violin", "glacier", "senate"
        };
        for (String thing : things) {
            articles.append(articles.isEmpty() ? "" : ",")
                    .append("{\"title\": \"")
                    .append(thing)
                    .append("\", \"paragraphs\": [");
            for (int i = 0; i < 2; i++) {
                String colour = i == 0 ? "scarlet" : "turquoise";
                String context = "The %s of town %d was seen by many. Its owner painted the %s %s. Nobody knows why."
                        .formatted(thing, i, thing, colour);
                articles.append(i == 0 ? "" : ",")
                        .append("""
                        {"context": "%s", "qas": [{"id": "%s%d", "question": "Which colour did the owner paint the %s of town %d?",
                         "answers": [{"text": "%s", "answer_start": %d}]}]}""".formatted(context, thing, i, thing, i, colour, context.indexOf(colour)));
            }
            articles.append("]}");
        }
        return "{\"data\": [" + articles + "]}";
    }
}
