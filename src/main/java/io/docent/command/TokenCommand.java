package io.docent.command;

import io.docent.access.KeptToken;
import io.docent.access.Role;
import io.docent.access.TokenFile;
import io.docent.evaluation.BadInputException;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code docent token}: works whether the service runs or not, and what it does holds from the next request on. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {
            "Makes, lists and revokes access tokens.",
            "A running service takes notice at once. Only hashes are kept, in the data folder."
        })
final class TokenCommand implements Runnable {

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "The service's data folder (default: what DOCENT_DATA or the settings say, else data).")
    private @Nullable Path data;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(line(), "Say what to do: make, list or revoke");
    }

    private CommandLine line() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it");
        }
        return spec.commandLine();
    }

    @Command(
            mixinStandardHelpOptions = true,
            aliases = {"create", "add"},
            description = {"Makes a token and prints it this once: a reader's, who may ask and read."})
    int make(
            @Option(
                            names = {"--administrator", "--admin"},
                            description = "An administrator's, who may also upload, delete and scan again.")
                    boolean administrator,
            @Option(names = "--reader", description = "A reader's, as without it.") boolean reader,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "NAME",
                            defaultValue = "",
                            description = "Whose it is or what for, to know it by in the list.")
                    String name) {
        if (administrator && reader) {
            throw new BadInputException("a token is a reader's or an administrator's, not both");
        }
        if (!KeptToken.isName(name)) {
            throw new BadInputException("a token's name is one line of at most 100 characters");
        }
        Role role = administrator ? Role.ADMINISTRATOR : Role.READER;
        TokenFile file = file(true);
        String token = file.make(role, name, Clock.systemUTC().instant());
        // The token alone on the output, for whoever puts it into a variable.
        line().getOut().println(token);
        line().getErr()
                .println("This token is %s's. It is not shown again; %s has its hash."
                        .formatted(role == Role.READER ? "a reader" : "an administrator", file.path()));
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            aliases = "ls",
            description = "Lists the tokens that were made: id, kind, when, name.")
    int list() {
        TokenFile file = file(false);
        List<KeptToken> tokens = file.read();
        if (tokens.isEmpty()) {
            line().getErr().println("There are no tokens in " + file.path());
        }
        tokens.forEach(token -> line().getOut()
                .printf(
                        "%s  %-13s  %-20s  %s%n",
                        token.id(), token.role().word(), token.madeAt() == null ? "-" : token.madeAt(), token.name()));
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            aliases = {"remove", "delete"},
            description = "Accepts a token no longer, from the next request on.")
    int revoke(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "ID",
                            description = "Its id or its name in the list; or the token itself.")
                    List<String> which) {
        TokenFile file = file(false);
        int exit = 0;
        for (String one : which) {
            List<KeptToken> revoked = file.revoke(token -> token.goesBy(one));
            if (revoked.isEmpty()) {
                line().getErr()
                        .println("No token goes by this id or name; docent token list shows those there are."
                                + " Tokens of docent.access.tokens are taken out of the settings instead.");
                exit = CommandLine.ExitCode.USAGE;
            }
            revoked.forEach(token -> line().getOut().println("Revoked " + token.id() + " " + token.name()));
        }
        return exit;
    }

    private TokenFile file(boolean create) {
        Path folder = data == null ? Path.of(setting()) : data;
        try {
            if (create) {
                Files.createDirectories(folder);
            } else if (!Files.isDirectory(folder)) {
                throw new BadInputException("there is no data folder " + folder.toAbsolutePath()
                        + "; name the service's with --data or DOCENT_DATA");
            }
            return new TokenFile(folder.toRealPath());
        } catch (IOException | UncheckedIOException e) {
            throw new BadInputException(
                    "the data folder " + folder.toAbsolutePath() + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** What the service would take, from wherever settings come. */
    private static String setting() {
        try (ApplicationContext context =
                        ApplicationContext.builder().banner(false).build();
                Environment environment = context.getEnvironment().start()) {
            return environment.getProperty("docent.data", String.class).orElse("data");
        }
    }
}
