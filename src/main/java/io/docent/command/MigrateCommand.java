package io.docent.command;

import io.docent.data.DataFolder;
import io.docent.evaluation.BadInputException;
import io.docent.index.IndexException;
import io.docent.model.NamedEmbeddingModel;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code docent migrate}. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Copies the index of the data folder to OpenSearch and its history to PostgreSQL, and compares both.",
            "Nothing is embedded again, and nothing in the data folder is changed. What was interrupted goes on when it is"
                    + " run again."
        },
        footer = {
            "",
            "Takes the settings that the service is to have: docent.index.store=opensearch with docent.opensearch.hosts,"
                    + " and datasources.default.url. Stop the service before; see docs/scaling.md.",
            "Exit code: 0 all is there alike, 1 something differs, 2 it was refused, or wrong usage or settings, 3 a server"
                    + " cannot be reached or fails."
        })
final class MigrateCommand implements Callable<Integer> {

    /** What there is to move. */
    enum Part {
        INDEX,
        HISTORY
    }

    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder (docent.data).")
    private @Nullable String data;

    @Option(
            names = "--only",
            paramLabel = "PART",
            description = "Moves one of ${COMPLETION-CANDIDATES} alone, in either case.")
    private @Nullable Part only;

    private final Terminal terminal = Terminal.ofProcess();

    @Override
    public Integer call() {
        Map<String, Object> settings = new HashMap<>(Map.of(
                // The history is read and written as it is, by nobody else.
                "datasources.default.enabled", "false",
                // Nobody waits for an answer: longer than a question may take.
                "docent.opensearch.timeout", "2m"));
        if (data != null) {
            settings.put("docent.data", data);
        }
        try (ApplicationContext context = ApplicationContext.builder()
                .properties(settings)
                .environments(NamedEmbeddingModel.ENVIRONMENT)
                .banner(false)
                .build()) {
            checkSettings(context.getEnvironment().start());
            context.start();
            boolean alike = move(context, context.getBean(DataFolder.class).path());
            return alike ? ExitCode.OK : ExitCode.NOT_WELL;
        } catch (IndexException e) {
            throw new NoAnswerException(String.valueOf(e.getMessage()));
        } catch (SQLException | FlywayException e) {
            throw new NoAnswerException("the database at datasources.default.url cannot be used: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private boolean moves(Part part) {
        return only == null || only == part;
    }

    private void checkSettings(Environment settings) {
        String folder = setting(settings, "docent.data");
        if (!Files.isDirectory(Path.of(folder))) {
            throw new BadInputException("there is no data folder "
                    + Path.of(folder).toAbsolutePath() + "; name the one that Docent had with --data or DOCENT_DATA");
        }
        if (moves(Part.INDEX) && !setting(settings, "docent.index.store").equals("opensearch")) {
            throw new BadInputException("docent.index.store is not opensearch; set DOCENT_INDEX_STORE=opensearch and"
                    + " DOCENT_OPENSEARCH_HOSTS to where the index is to go, or move --only history");
        }
        if (moves(Part.HISTORY) && !setting(settings, "datasources.default.url").startsWith("jdbc:postgresql:")) {
            throw new BadInputException(
                    "datasources.default.url names no PostgreSQL; set DATASOURCES_DEFAULT_URL to"
                            + " where the history is to go, as in jdbc:postgresql://db.example.org/docent, or move --only index");
        }
    }

    private static String setting(Environment settings, String name) {
        return settings.getProperty(name, String.class).orElse("").strip();
    }

    /** All that may be refused is looked at before anything is copied. */
    private boolean move(ApplicationContext context, Path folder) throws SQLException {
        try (HistoryMove history = moves(Part.HISTORY) ? HistoryMove.open(context.getEnvironment(), folder) : null) {
            IndexMove index = moves(Part.INDEX) ? IndexMove.open(context) : null;
            boolean alike = true;
            if (index != null) {
                alike = index.run(terminal);
            }
            if (history != null) {
                alike &= history.run(terminal);
            }
            terminal.print(
                    alike
                            ? terminal.good("All is there alike.")
                                    + " The originals of uploads and the tokens stay in the data folder " + folder
                                    + ": start Docent on it with these settings."
                            : terminal.bad("The copy differs.")
                                    + " Go on with the data folder as it is; run this again, or begin with an empty"
                                    + " index and database.");
            return alike;
        }
    }
}
