package io.docent.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code docent serve}: what is done without a command, for those who like to say so. {@code Application} does it. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {"Starts the service, as without a command.", "Settings may follow: -docent.ingest.folder=FOLDER"
        })
final class ServeCommand implements Callable<Integer> {

    static final String NAME = "serve";

    @Override
    public Integer call() {
        throw new IllegalStateException("the service is started elsewhere");
    }
}
