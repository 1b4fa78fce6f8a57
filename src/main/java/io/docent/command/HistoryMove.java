package io.docent.command;

import io.docent.evaluation.BadInputException;
import io.docent.history.HistoryCopy;
import io.micronaut.context.env.Environment;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;

/** The history on its way from the data folder to where the settings say. */
final class HistoryMove implements AutoCloseable {

    private final HistoryCopy copy;

    private HistoryMove(HistoryCopy copy) {
        this.copy = copy;
    }

    /**
     * Opens both.
     *
     * @param data the data folder, held by this process
     * @throws BadInputException where something stands in the way
     * @throws SQLException where one of them cannot be used
     */
    static HistoryMove open(Environment settings, Path data) throws SQLException {
        Path embedded = HistoryCopy.embedded(data)
                .orElseThrow(() -> new BadInputException("there is no history in the data folder " + data
                        + "; move --only index where there is none to be moved"));
        HistoryMove move = new HistoryMove(HistoryCopy.open(
                embedded,
                setting(settings, "datasources.default.url"),
                setting(settings, "datasources.default.username"),
                setting(settings, "datasources.default.password")));
        Optional<String> obstacle = move.copy.obstacle();
        if (obstacle.isPresent()) {
            move.close();
            throw new BadInputException(obstacle.get());
        }
        return move;
    }

    private static String setting(Environment settings, String name) {
        return settings.getProperty(name, String.class).orElse("");
    }

    /** Copies what is missing, compares, and tells whether both are alike. */
    boolean run(Terminal terminal) throws SQLException {
        Pace pace = new Pace(terminal);
        copy.run((done, total) -> pace.progress("Copying the history: %,d of %,d rows".formatted(done, total)));
        pace.progress("Comparing the history");
        HistoryCopy.Found found = copy.compare();
        terminal.print(terminal.bold("History ")
                + found.counts().entrySet().stream()
                        .map(table -> "%,d of %s".formatted(table.getValue(), table.getKey()))
                        .collect(Collectors.joining(", ", "rows: ", "; every one compared")));
        found.different().forEach(line -> terminal.trouble("Differs: " + line));
        return found.different().isEmpty();
    }

    @Override
    public void close() throws SQLException {
        copy.close();
    }
}
