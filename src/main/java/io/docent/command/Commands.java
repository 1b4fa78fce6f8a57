package io.docent.command;

import io.docent.evaluation.BadInputException;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code docent}: without a command it is the service. */
@Command(
        name = "docent",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        description = "Answers questions from your documents. Without a command the service is started.",
        footer = {"", "docent COMMAND --help tells more of each. Settings: docs/configuration.md"},
        subcommands = {
            ServeCommand.class,
            AskCommand.class,
            IndexCommand.class,
            DoctorCommand.class,
            EvaluateCommand.class,
            TrainCommand.class,
            TokenCommand.class,
            MigrateCommand.class,
            CompletionCommand.class
        })
public final class Commands {

    private Commands() {}

    /** Whether these arguments are a command rather than settings of the service, which have a value each. */
    public static boolean isMeant(String... arguments) {
        if (arguments.length == 0 || (isServing(arguments) && !asksForHelp(arguments))) {
            return false;
        }
        return !arguments[0].startsWith("-") || !arguments[0].contains("=");
    }

    /** Whether they begin with {@code serve}, with or without settings behind it. */
    public static boolean isServing(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(ServeCommand.NAME);
    }

    private static boolean asksForHelp(String... arguments) {
        return arguments.length > 1 && !arguments[1].contains("=");
    }

    /** Runs a command and gives its exit code; see {@link ExitCode}. */
    public static int run(String... arguments) {
        return new CommandLine(new Commands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((mistake, typed) -> wrong(mistake))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof NoAnswerException) {
                        Terminal.ofProcess().trouble(String.valueOf(failure.getMessage()));
                        return ExitCode.NO_ANSWER;
                    }
                    String message = forThePerson(failure);
                    if (message == null) {
                        throw failure;
                    }
                    Terminal.ofProcess().trouble(message);
                    return ExitCode.WRONG;
                })
                .execute(arguments);
    }

    /** What is wrong, what may have been meant, and where it says what there is. */
    private static int wrong(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        boolean isNoCommand = mistake instanceof UnmatchedArgumentException unmatched
                && command.getParent() == null
                && !unmatched.isUnknownOption();
        Terminal.ofProcess()
                .trouble(
                        isNoCommand
                                ? "There is no command '"
                                        + ((UnmatchedArgumentException) mistake)
                                                .getUnmatched()
                                                .getFirst() + "'"
                                : String.valueOf(mistake.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(mistake, command.getErr())) {
            List<String> near = mistake instanceof UnmatchedArgumentException unmatched
                    ? Misspelt.of(
                            unmatched.getUnmatched().getFirst(),
                            isNoCommand
                                    ? command.getSubcommands().keySet()
                                    : command.getCommandSpec().optionsMap().keySet())
                    : List.of();
            Terminal.ofProcess()
                    .trouble(
                            near.isEmpty()
                                    ? command.getCommandSpec().qualifiedName() + " --help tells what there is"
                                    : "Did you mean: " + String.join(" or ", near) + "?");
        }
        return ExitCode.WRONG;
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

    /** What the jar says of itself. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"docent " + (version == null ? "(not packaged)" : version)};
        }
    }
}
