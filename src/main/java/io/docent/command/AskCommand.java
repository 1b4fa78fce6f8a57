package io.docent.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.docent.evaluation.BadInputException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code docent ask}. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Answers a question from the documents, and shows where each sentence stands.",
        footer = {
            "",
            "Where a service runs on this data folder it is asked; otherwise the folder is indexed first, as far as it"
                    + " changed.",
            "Exit code: 0 answered, 1 not in the documents, 2 wrong usage or settings, 3 no answer from a server."
        })
final class AskCommand implements Callable<Integer> {

    private static final int LONGEST = 2_000;

    @Parameters(paramLabel = "QUESTION", arity = "1..*", description = "The question; several words make one.")
    private String[] words = {};

    @Option(names = "--url", paramLabel = "URL", description = "Asks the Docent that runs there.")
    private @Nullable String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${DOCENT_TOKEN}",
            description = "Its access token; better in the environment, as DOCENT_TOKEN.")
    private @Nullable String token;

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Answers from this folder (docent.ingest.folder).")
    private @Nullable String folder;

    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder (docent.data).")
    private @Nullable String data;

    @Option(names = "--conversation", paramLabel = "ID", description = "Continues this conversation of the server's.")
    private @Nullable String conversation;

    @Option(names = "--json", description = "Prints the answer as POST /api/chat gives it.")
    private boolean json;

    @Override
    public Integer call() {
        String question = String.join(" ", words).strip();
        if (question.isEmpty() || question.length() > LONGEST) {
            throw new BadInputException(
                    "a question has 1 to %,d characters, not %,d".formatted(LONGEST, question.length()));
        }
        Terminal terminal = Terminal.ofProcess();
        String address = url;
        if (address != null) {
            return ask(Server.at(address, token), question, terminal, true);
        }
        try (House house = House.open(folder, data)) {
            house.awaitIndexed(terminal);
            return ask(house.server(), question, terminal, false);
        } catch (House.InUse e) {
            String running = e.address()
                    .orElseThrow(() -> new BadInputException("the data folder " + e.data()
                            + " is in use by another process; ask that one with --url, or name another with --data"));
            terminal.progress("Asking the service at " + running);
            return ask(Server.at(running, token), question, terminal, true);
        }
    }

    private int ask(Server server, String question, Terminal terminal, boolean stays) {
        terminal.progress("Looking through the documents …");
        ObjectNode body = new ObjectMapper().createObjectNode().put("question", question);
        if (conversation != null) {
            body.put("conversationId", conversation);
        }
        JsonNode answer = server.post("/api/chat", body);
        if (json) {
            terminal.print(answer.toPrettyString());
        } else {
            new AnswerPrint(terminal, stays ? server.base().toString() : null).print(answer);
        }
        return answer.path("status").asText().equals("answered") ? ExitCode.OK : ExitCode.NOT_WELL;
    }
}
