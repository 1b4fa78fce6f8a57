package io.docent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpService;
import io.docent.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that index, ask and look, as they are typed. */
class CommandLineTest {

    private static final String QUESTION = "How many people work in Berlin?";

    @TempDir
    private Path root;

    private String printed = "";
    private String told = "";

    private int run(String... arguments) {
        Typed typed = Typed.run(arguments);
        printed = typed.out();
        told = typed.err();
        return typed.code();
    }

    private String folder() {
        return HttpService.exampleFolder(root.resolve("folder")).toString();
    }

    private String data() {
        return root.resolve("data").toString();
    }

    @Test
    void indexesAFolderSaysWhatItCouldNotReadAndAnswersFromIt() {
        String folder = folder();

        assertThat(run("index", folder, "--data", data())).isEqualTo(ExitCode.NOT_WELL);
        assertThat(printed).contains("Indexed: 4 documents").contains("Not read: broken.pdf: ");

        assertThat(run("ask", "How", "many", "people", "work", "in", "Berlin?", "--folder", folder, "--data", data()))
                .as(told)
                .isEqualTo(ExitCode.OK);
        assertThat(printed)
                .startsWith("42 people work in Berlin")
                .contains("Sources", "[1] Kestrel Instruments · company.md · Offices", "“42 people work in Berlin.")
                .doesNotContain("\u001B");

        assertThat(run("ask", "Who repairs the helicopters?", "--folder", folder, "--data", data(), "--json"))
                .isEqualTo(ExitCode.NOT_WELL);
        assertThat(Json.parsed(printed).get("status").text()).isEqualTo("not_found");
    }

    @Test
    void asksTheServiceThatHasTheDataFolderOrWhichIsNamed() {
        try (HttpService service =
                new HttpService(HttpService.exampleFolder(root.resolve("folder")), root.resolve("data"), Map.of())) {
            assertThat(run("ask", QUESTION, "--data", data())).as(told).isEqualTo(ExitCode.OK);
            assertThat(told).contains("Asking the service at http://localhost:" + service.port());
            assertThat(printed).contains("http://localhost:" + service.port() + "/documents/");

            assertThat(run("ask", QUESTION, "--url", "http://localhost:" + service.port() + "/"))
                    .isEqualTo(ExitCode.OK);
            assertThat(printed).startsWith("42 people work in Berlin");

            assertThat(run("ask", QUESTION, "--url", "http://localhost:" + service.port(), "--conversation", "none"))
                    .isEqualTo(ExitCode.NO_ANSWER);
            assertThat(told).contains("refused: there is no conversation none");

            assertThat(run("index", root.resolve("folder").toString(), "--data", data()))
                    .isEqualTo(ExitCode.WRONG);
            assertThat(told).contains("is in use by a running service at http://localhost:" + service.port());
        }
    }

    @Test
    void aTokenIsAskedForAndTaken() {
        try (HttpService service = new HttpService(
                HttpService.exampleFolder(root.resolve("folder")),
                root.resolve("data"),
                Map.of("docent.access.tokens", "a-token-of-some-length"))) {
            String url = "http://localhost:" + service.port();

            assertThat(run("ask", QUESTION, "--url", url)).isEqualTo(ExitCode.NO_ANSWER);
            assertThat(told).contains("wants an access token").contains("DOCENT_TOKEN");
            assertThat(run("ask", QUESTION, "--url", url, "--token", "another-token-of-length"))
                    .isEqualTo(ExitCode.NO_ANSWER);
            assertThat(told).contains("does not accept");
            assertThat(run("ask", QUESTION, "--url", url, "--token", "a-token-of-some-length"))
                    .isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void whatIsWrongIsSaidInOneLine() {
        assertThat(run("ask", QUESTION, "--url", "http://localhost:1")).isEqualTo(ExitCode.NO_ANSWER);
        assertThat(told).contains("http://localhost:1 cannot be reached; is Docent running there?");
        assertThat(run("ask", QUESTION, "--url", "localhost")).isEqualTo(ExitCode.WRONG);
        assertThat(told).contains("--url is 'localhost'; allowed is an address");
        assertThat(run("ask", "x".repeat(2_001))).isEqualTo(ExitCode.WRONG);
        assertThat(told).contains("a question has 1 to 2,000 characters, not 2,001");
        assertThat(run("index", root.resolve("nowhere").toString())).isEqualTo(ExitCode.WRONG);
        assertThat(told).contains("is not a folder");
        assertThat(run("ask")).isEqualTo(ExitCode.WRONG);
        assertThat(told).contains("QUESTION");
    }

    @Test
    void misspeltCommandsAndOptionsAreAnsweredWithWhatWasMeant() {
        assertThat(run("indx", "x")).isEqualTo(ExitCode.WRONG);
        assertThat(told).contains("Did you mean", "index");
        assertThat(run("aks", QUESTION)).isEqualTo(ExitCode.WRONG);
        assertThat(told).contains("There is no command 'aks'", "Did you mean: ask?");
        assertThat(run("index", "--dta", "x")).isEqualTo(ExitCode.WRONG);
        assertThat(told).contains("--dta", "Did you mean: --data?");
        assertThat(run("dance")).isEqualTo(ExitCode.WRONG);
        assertThat(told).contains("There is no command 'dance'", "docent --help tells what there is");
        assertThat(run("ask", QUESTION, "--jsn")).isEqualTo(ExitCode.WRONG);
        assertThat(told).contains("--jsn").contains("--json");
        assertThat(run("--helpp")).isEqualTo(ExitCode.WRONG);
        assertThat(told).contains("--help");
    }

    @Test
    void everyCommandHasHelp() {
        for (String command :
                new String[] {"serve", "ask", "index", "doctor", "evaluate", "train", "migrate", "completion"}) {
            assertThat(run(command, "--help")).as(command).isZero();
            assertThat(printed).contains("Usage: docent " + command);
        }
        assertThat(run("--help")).isZero();
        assertThat(printed).contains("ask", "doctor", "completion");
    }

    @Test
    void printsAScriptForTheShell() throws IOException, InterruptedException {
        assertThat(run("completion", "bash")).isZero();
        assertThat(printed).contains("complete -F _complete_docent").contains("--json");
        Path script = Files.writeString(root.resolve("docent.bash"), printed);

        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source " + script
                                + "; COMP_WORDS=(docent doc); COMP_CWORD=1; _complete_docent; echo \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("doctor");
        assertThat(run("completion", "zsh")).isZero();
        assertThat(printed).contains("bashcompinit");
        assertThat(run("completion", "fish")).isEqualTo(ExitCode.WRONG);
    }

    @Test
    void doctorLooksAtEverything() {
        int exit = run("doctor");

        assertThat(exit).as(printed).isIn(ExitCode.OK, ExitCode.NOT_WELL);
        assertThat(printed)
                .contains(
                        "Java",
                        "Documents",
                        "Data folder",
                        "Disk",
                        "Port",
                        "Scans",
                        "Database",
                        "Language model",
                        "Slack")
                .contains(exit == ExitCode.OK ? "Docent can run." : "mended")
                .contains("seeds");
    }

    @Test
    void documentsCannotDoThingsToATerminal() {
        assertThat(Terminal.plain("a\u001B[31mred\u0007\u009B2J\u202Etxt\nb\tc"))
                .isEqualTo("a[31mred2Jtxt\nb\tc");
    }
}
