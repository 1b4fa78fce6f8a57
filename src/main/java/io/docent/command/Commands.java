package io.docent.command;

import io.docent.evaluation.BadInputException;
import io.micronaut.context.exceptions.ConfigurationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code docent}: without a command it is the service. */
@Command(
        name = "docent",
        mixinStandardHelpOptions = true,
        description = "Answers questions from your documents. Without a command the service is started.",
        subcommands = {EvaluateCommand.class, TrainCommand.class, TokenCommand.class})
public final class Commands {

    private Commands() {}

    /** Whether these arguments are a command rather than settings of the service. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("-") || arguments[0].matches("-h|--help"));
    }

    /** Runs a command and gives the exit code: 0 for success, 1 where a figure is too low, 2 for bad input. */
    public static int run(String... arguments) {
        return new CommandLine(new Commands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    String message = forThePerson(failure);
                    if (message == null) {
                        throw failure;
                    }
                    line.getErr().println(message);
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
    }

    /** What whoever called can mend, in one line; null where only a developer can. */
    private static @Nullable String forThePerson(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadInputException || cause instanceof ConfigurationException) {
                String message = String.valueOf(cause.getMessage());
                if (cause.getCause() == null || cause instanceof BadInputException) {
                    return message;
                }
            }
        }
        return null;
    }
}
