package io.docent.command;

import io.docent.command.Finding.Level;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** {@code docent doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Looks whether everything is set up as it has to be, and says what to do where it is not.",
        footer = {
            "",
            "Takes the settings that the service would take: from the environment and files of settings. Asks the"
                    + " language model's server, Slack and the public address only where they are set.",
            "Exit code: 0 all is well or works, 1 something has to be mended."
        })
final class DoctorCommand implements Callable<Integer> {

    private static final List<Function<Environment, Finding>> CHECKS = List.of(
            MachineChecks::java,
            MachineChecks::folder,
            MachineChecks::data,
            MachineChecks::disk,
            MachineChecks::port,
            MachineChecks::tesseract,
            NetworkChecks::database,
            NetworkChecks::model,
            NetworkChecks::slack,
            NetworkChecks::publicUrl);

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofProcess();
        int bad = 0;
        try (ApplicationContext context = ApplicationContext.builder().build();
                Environment settings = context.getEnvironment().start()) {
            for (Function<Environment, Finding> check : CHECKS) {
                Finding finding = check.apply(settings);
                print(finding, terminal);
                bad += finding.level() == Level.BAD ? 1 : 0;
            }
        }
        terminal.print("");
        terminal.print(
                bad == 0
                        ? terminal.good("Docent can run.")
                        : terminal.bad(bad == 1 ? "One thing has to be mended." : bad + " things have to be mended."));
        return bad == 0 ? ExitCode.OK : ExitCode.NOT_WELL;
    }

    private static void print(Finding finding, Terminal terminal) {
        String mark =
                switch (finding.level()) {
                    case GOOD -> terminal.good("good ");
                    case POOR -> terminal.warning("poor ");
                    case BAD -> terminal.bad("bad  ");
                };
        terminal.print(mark + terminal.bold("%-15s".formatted(finding.what())) + Terminal.plain(finding.told()));
        if (!finding.todo().isEmpty()) {
            terminal.print(" ".repeat(20) + "→ " + Terminal.plain(finding.todo()));
        }
    }
}
