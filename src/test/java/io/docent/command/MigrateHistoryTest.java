package io.docent.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.history.HistoryCopy;
import io.docent.history.PostgresDatabase;
import io.docent.index.opensearch.OpenSearchCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code docent migrate} to OpenSearch and PostgreSQL; skipped where this machine has no PostgreSQL server. */
class MigrateHistoryTest {

    @RegisterExtension
    static final OpenSearchCluster CLUSTER = new OpenSearchCluster();

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase("Moves of the history");

    @TempDir
    private static Path place;

    private static MovedHouse house;

    @BeforeAll
    static void make() throws IOException {
        house = MovedHouse.make(place);
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(POSTGRES.settings());
        settings.put("docent.index.store", "opensearch");
        settings.put("docent.opensearch.hosts", CLUSTER.address());
        return settings;
    }

    private static Typed migrateHistory(Map<String, Object> settings) {
        return house.migrate(settings, "--only", "history");
    }

    private static String url() {
        return String.valueOf(POSTGRES.settings().get("datasources.default.url"));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "docent", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static HistoryCopy copy() throws SQLException {
        return HistoryCopy.open(HistoryCopy.embedded(house.data()).orElseThrow(), url(), "docent", "");
    }

    @Test
    void movesIndexAndHistoryAndDocentGoesOnThere() {
        Typed typed = house.migrate(settings());

        assertThat(typed.code()).as(typed.out() + typed.err()).isZero();
        assertThat(typed.out())
                .contains("6 documents and ")
                .contains("2 of conversation, 3 of turn, 1 of feedback, 0 of gap_done, 0 of claim, 0 of upload, 0 of"
                        + " upload_part; every one compared")
                .contains("All is there alike.");
        house.checkHistory(settings());
    }

    @Test
    void whatWasInterruptedGoesOnAndChangesSinceAreTaken() throws SQLException {
        try (HistoryCopy copy = copy()) {
            assertThatThrownBy(() -> copy.run((done, total) -> {
                        throw new IllegalStateException("interrupted");
                    }))
                    .hasMessage("interrupted");
            assertThat(copy.compare().different()).hasSizeGreaterThan(3).anyMatch(line -> line.startsWith("turn ["));
        }
        execute("update conversation set title = 'as it was then'");

        Typed typed = migrateHistory(settings());

        assertThat(typed.code()).as(typed.out() + typed.err()).isZero();
        assertThat(typed.out()).contains("2 of conversation, 3 of turn, 1 of feedback");
    }

    @Test
    void originalsInTheDatabaseAreCopiedByteForByte() throws IOException, SQLException {
        Path data = Files.createDirectories(place.resolve("uploads"));
        String embedded = "jdbc:h2:file:" + data.resolve("history");
        Flyway.configure().dataSource(embedded, "docent", "").load().migrate();
        byte[] bytes = new byte[500_000];
        new Random(5).nextBytes(bytes);
        try (Connection connection = DriverManager.getConnection(embedded, "docent", "");
                PreparedStatement upload = connection.prepareStatement(
                        "insert into upload values ('a', 'h', 'plan.pdf', null, 'c', 1000000, now())");
                PreparedStatement part = connection.prepareStatement("insert into upload_part values ('a', ?, ?)")) {
            upload.executeUpdate();
            for (int position = 0; position < 25; position++) {
                bytes[0] = (byte) position;
                part.setInt(1, position);
                part.setBytes(2, bytes);
                part.executeUpdate();
            }
        }

        Typed typed = house.migrate(settings(), "--only", "history", "--data", data.toString());

        assertThat(typed.code()).as(typed.out() + typed.err()).isZero();
        assertThat(typed.out()).contains("1 of upload, 25 of upload_part; every one compared");
        execute("update upload_part set bytes = decode('00', 'hex') where position = 7");
        try (HistoryCopy copy = HistoryCopy.open(HistoryCopy.embedded(data).orElseThrow(), url(), "docent", "")) {
            assertThat(copy.compare().different())
                    .containsExactly("upload_part [Optional[a], Optional[7]] is not the same in PostgreSQL");
        }
    }

    @Test
    void comparesEveryRow() throws SQLException {
        try (HistoryCopy copy = copy()) {
            copy.run((done, total) -> {});
            assertThat(copy.compare().different()).isEmpty();

            execute("update turn set answer = answer || '!' where position = 1");
            execute("delete from feedback");

            assertThat(copy.compare().different())
                    .hasSize(3)
                    .anyMatch(line -> line.equals("rows of feedback: 1 in the data folder, 0 in PostgreSQL"))
                    .anyMatch(line -> line.matches("turn \\[.*] is not the same in PostgreSQL"))
                    .anyMatch(line -> line.matches("feedback \\[.*] is missing in PostgreSQL"));
        }
    }

    @Test
    void refusesADatabaseWithOtherConversations() throws SQLException {
        assertThat(migrateHistory(settings()).code()).isZero();
        execute("insert into conversation values ('c1', 'alice', 'How far?', now(), now())");

        Typed typed = migrateHistory(settings());

        assertThat(typed.code()).isEqualTo(ExitCode.WRONG);
        assertThat(typed.err().strip())
                .isEqualTo("the PostgreSQL database has a conversation that is not of this history; name an empty"
                        + " database, or delete what is in this one");
    }

    @Test
    void refusesAHistoryThatIsMissingOrOfAnotherVersion() throws IOException {
        Path data = Files.createDirectories(place.resolve("older"));

        Typed none = house.migrate(settings(), "--only", "history", "--data", data.toString());
        Flyway.configure()
                .dataSource("jdbc:h2:file:" + data.resolve("history"), "docent", "")
                .target("2")
                .load()
                .migrate();
        Typed older = house.migrate(settings(), "--only", "history", "--data", data.toString());

        assertThat(none.code()).isEqualTo(ExitCode.WRONG);
        assertThat(none.err()).contains("there is no history in the data folder");
        assertThat(older.code()).isEqualTo(ExitCode.WRONG);
        assertThat(older.err()).contains("has the tables of another version of Docent (2 instead of ");
    }

    @Test
    void saysThatTheDatabaseIsAwayOrReadOnly() throws SQLException {
        Map<String, Object> away = settings();
        away.put("datasources.default.url", "jdbc:postgresql://127.0.0.1:1/postgres");

        Typed none = migrateHistory(away);
        execute("alter database postgres set default_transaction_read_only = on");
        Typed readOnly = migrateHistory(settings());
        execute(
                "begin; set transaction read write; alter database postgres reset default_transaction_read_only; commit");

        assertThat(none.code()).as(none.err()).isEqualTo(ExitCode.NO_ANSWER);
        assertThat(none.err())
                .contains("the database at datasources.default.url cannot be used: Connection to")
                .hasLineCount(1);
        assertThat(readOnly.code()).isEqualTo(ExitCode.NO_ANSWER);
        assertThat(readOnly.err()).contains("it is read-only, as a standby is").hasLineCount(1);
    }

    @Test
    void everyTableOfTheHistoryIsMoved() throws SQLException {
        try (HistoryCopy copy = copy();
                Connection connection = DriverManager.getConnection(url(), "docent", "");
                var tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            int others = 0;
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                // Who is at something now is over when Docent is stopped.
                if (!List.of("flyway_schema_history", "lease").contains(table)) {
                    assertThat(copy.compare().counts()).containsKey(table);
                    others++;
                }
            }
            assertThat(others).isPositive();
        }
    }
}
