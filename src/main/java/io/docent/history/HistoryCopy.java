package io.docent.history;

import io.docent.history.HistoryTable.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.flywaydb.core.Flyway;

/**
 * Copies the embedded database's conversations, turns, feedback, closed gaps and claims to a PostgreSQL database, which gets
 * its tables first. The embedded one is only read, and has to be nobody else's meanwhile. Some hundred rows at a time, each
 * time durable: what was interrupted goes on, and rows that are there are not copied again. For one thread.
 */
public final class HistoryCopy implements AutoCloseable {

    private static final int SECONDS_TO_CONNECT = 10;

    private static final int MOST_TOLD = 20;

    /** H2's own, of which {@link HistoryDatabase} makes the file. */
    private static final String ENDING = ".mv.db";

    private static final String EMBEDDED_USER = "docent";

    private final Connection from;
    private final Connection to;

    private HistoryCopy(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /**
     * The embedded database of a data folder; empty where it has none.
     *
     * @param data the data folder, held by this process
     */
    public static Optional<Path> embedded(Path data) {
        return Optional.of(data.resolve("history" + ENDING)).filter(Files::exists);
    }

    /**
     * Opens both, and brings the other's tables up to date.
     *
     * @throws SQLException where one of them cannot be used; its message is for the person
     */
    public static HistoryCopy open(Path embedded, String url, String user, String password) throws SQLException {
        Connection to = connect(url, user, password);
        try {
            checkWritable(to);
            Flyway.configure().dataSource(url, user, password).load().migrate();
            String file = embedded.toString();
            Connection from = DriverManager.getConnection(
                    "jdbc:h2:file:" + file.substring(0, file.length() - ENDING.length()) + ";ACCESS_MODE_DATA=r",
                    EMBEDDED_USER,
                    "");
            to.setAutoCommit(false);
            return new HistoryCopy(from, to);
        } catch (SQLException | RuntimeException e) {
            to.close();
            throw e;
        }
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        DriverManager.setLoginTimeout(SECONDS_TO_CONNECT);
        return DriverManager.getConnection(url, user, password);
    }

    private static void checkWritable(Connection database) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("show transaction_read_only");
                ResultSet answer = statement.executeQuery()) {
            if (answer.next() && answer.getString(1).equals("on")) {
                throw new SQLException("it is read-only, as a standby is");
            }
        }
    }

    /** Why nothing can be copied; empty where it can. */
    public Optional<String> obstacle() throws SQLException {
        String ours = version(to);
        String theirs = version(from);
        if (!ours.equals(theirs)) {
            return Optional.of("the history in the data folder has the tables of another version of Docent (" + theirs
                    + " instead of " + ours + "); start this one once with the settings that it had");
        }
        for (HistoryTable table : HistoryTable.ALL) {
            if (!table.isShared() && hasOthers(table)) {
                return Optional.of("the PostgreSQL database has a " + table.name()
                        + " that is not of this history; name an empty database, or delete what is in this one");
            }
        }
        return Optional.empty();
    }

    /** Of the tables; both databases write the name of Flyway's own in small letters. */
    private static String version(Connection database) throws SQLException {
        String query = "select \"version\" from \"flyway_schema_history\" where \"success\" = true and \"version\" is"
                + " not null order by \"installed_rank\" desc fetch first 1 rows only";
        try (PreparedStatement statement = database.prepareStatement(query);
                ResultSet version = statement.executeQuery()) {
            return version.next() ? version.getString(1) : "none";
        }
    }

    private boolean hasOthers(HistoryTable table) throws SQLException {
        Row last = null;
        while (true) {
            List<Row> some = table.next(to, last);
            if (some.isEmpty()) {
                return false;
            }
            if (table.find(from, some).size() < some.size()) {
                return true;
            }
            last = some.getLast();
        }
    }

    /**
     * Copies what is missing, and makes alike what has changed since.
     *
     * @param progress is told how many rows of how many were seen to
     */
    public void run(BiConsumer<Long, Long> progress) throws SQLException {
        long total = 0;
        for (HistoryTable table : HistoryTable.ALL) {
            total += table.count(from);
        }
        long done = 0;
        for (HistoryTable table : HistoryTable.ALL) {
            Row last = null;
            for (List<Row> some = table.next(from, last); !some.isEmpty(); ) {
                copy(table, some);
                done += some.size();
                progress.accept(done, total);
                last = some.getLast();
                some = table.next(from, last);
            }
        }
    }

    private void copy(HistoryTable table, List<Row> rows) throws SQLException {
        Map<List<Optional<Object>>, Row> there = table.find(to, rows);
        for (Row row : rows) {
            Row known = there.get(row.of(table.key()));
            if (known == null) {
                table.insert(to, row);
            } else if (!known.kept().equals(row.kept())) {
                table.update(to, row);
            }
        }
        to.commit();
    }

    /** What both have, and what is not the same in both: looks at every row. */
    public Found compare() throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        List<String> different = new ArrayList<>();
        for (HistoryTable table : HistoryTable.ALL) {
            long here = table.count(from);
            long there = table.count(to);
            counts.put(table.name(), here);
            if (table.isShared() ? here > there : here != there) {
                different.add(
                        "rows of " + table.name() + ": " + here + " in the data folder, " + there + " in PostgreSQL");
            }
            Row last = null;
            for (List<Row> some = table.next(from, last); !some.isEmpty(); ) {
                Map<List<Optional<Object>>, Row> copies = table.find(to, some);
                for (Row row : some) {
                    Row copy = copies.get(row.of(table.key()));
                    if (different.size() < MOST_TOLD
                            && (copy == null || !copy.kept().equals(row.kept()))) {
                        different.add(table.name() + " " + row.of(table.key())
                                + (copy == null ? " is missing" : " is not the same") + " in PostgreSQL");
                    }
                }
                last = some.getLast();
                some = table.next(from, last);
            }
        }
        return new Found(counts, different);
    }

    @Override
    public void close() throws SQLException {
        try (from) {
            to.close();
        }
    }

    /**
     * What a comparison came to.
     *
     * @param counts rows by table
     * @param different what is not the same, each in a line; of very many, the first
     */
    public record Found(Map<String, Long> counts, List<String> different) {}
}
