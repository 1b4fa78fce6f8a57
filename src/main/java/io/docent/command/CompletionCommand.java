package io.docent.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docent completion}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script by which a shell completes commands and options of docent.",
        footer = {"", "In ~/.bashrc or ~/.zshrc: source <(docent completion bash), or zsh."})
final class CompletionCommand implements Callable<Integer> {

    /** Shells that read the script; zsh by its own emulation, which the script switches on. */
    enum Shell {
        BASH,
        ZSH
    }

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}, in either case.")
    private Shell shell = Shell.BASH;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec known = spec;
        if (known == null) {
            throw new IllegalStateException("picocli sets it");
        }
        System.out.println("# Completion of docent for " + shell.name().toLowerCase(Locale.ROOT) + ".");
        System.out.println(AutoComplete.bash("docent", known.root().commandLine()));
        return ExitCode.OK;
    }
}
