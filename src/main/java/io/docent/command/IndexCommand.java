package io.docent.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.docent.evaluation.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code docent index}. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = "Indexes a folder into the data folder, as far as it changed, and says what could not be read.",
        footer = {
            "",
            "A running service follows its folder by itself; this is for before the first start, or to see what is"
                    + " readable.",
            "Exit code: 0 all of it, 1 some files could not be read, 2 wrong usage or settings."
        })
final class IndexCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "The folder to index; leaves no other in the index.")
    private Path folder = Path.of("");

    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder (docent.data).")
    private @Nullable String data;

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(folder + " is not a folder; name the one that has the documents");
        }
        Terminal terminal = Terminal.ofProcess();
        try (House house = House.open(folder.toString(), data)) {
            JsonNode progress = house.awaitIndexed(terminal);
            int documents =
                    house.server().get("/api/documents?limit=0").path("total").asInt();
            terminal.print(terminal.good("Indexed: ")
                    + "%,d %s from %s".formatted(documents, documents == 1 ? "document" : "documents", folder));
            JsonNode failures = progress.path("failures");
            for (JsonNode failure : failures) {
                terminal.print(terminal.warning("Not read: ")
                        + Terminal.plain(failure.path("source").asText() + ": "
                                + failure.path("reason").asText()));
            }
            return failures.isEmpty() ? ExitCode.OK : ExitCode.NOT_WELL;
        } catch (House.InUse e) {
            throw new BadInputException("the data folder " + e.data() + " is in use by a running service"
                    + e.address().map(address -> " at " + address).orElse("")
                    + ", which follows its folder by itself; stop it first, or name another with --data");
        }
    }
}
