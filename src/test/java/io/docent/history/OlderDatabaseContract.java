package io.docent.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.answer.Support;
import io.docent.history.History.Feedback;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the first version, with conversations in it: a start brings it up to date and loses nothing. */
abstract class OlderDatabaseContract {

    private static final String PERSON = "alice";

    @TempDir
    Path data;

    /** Where the database is, as JDBC has it. */
    abstract String url();

    /** Settings of the service that make it this one. */
    abstract Map<String, Object> settings();

    /** As a service of the first version left it. */
    private void makeOld() throws SQLException {
        Flyway.configure()
                .dataSource(url(), "docent", "")
                .locations("classpath:db/migration")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url(), "docent", "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into conversation values ('c1', 'alice', 'How far?', "
                            + "timestamp with time zone '2026-11-20 10:00:00+00', timestamp with time zone '2026-11-21 10:00:00+00')");
            for (int i = 0; i < 2; i++) {
                statement.execute(
                        "insert into turn values ('t" + i + "', 'c1', " + i + ", 'How far?', 'How far is it?',"
                                + " 'ANSWERED', 'It is far [1].', '" + sentences(i) + "', '" + CITATIONS
                                + "', '[]', 'extractive',"
                                + " null, 12, timestamp with time zone '2026-11-2" + i + " 10:00:00+00')");
            }
            statement.execute("insert into feedback values ('t0', 'alice', true, 'Just so.', "
                    + "timestamp with time zone '2026-11-21 11:00:00+00')");
        }
    }

    private static final String CITATIONS = "[{\"number\":1,\"document\":\"d1\",\"title\":\"A\",\"source\":\"a.md\","
            + "\"page\":null,\"headings\":[\"One\"],\"quote\":\"It is far.\",\"start\":3,\"end\":13,\"hash\":\"00\"}]";

    private static String sentences(int turn) {
        return "[{\"text\":\"It is far.\",\"citations\":[1],\"support\":\"" + (turn == 0 ? "quoted" : "unsupported")
                + "\",\"reason\":" + (turn == 0 ? "null" : "\"Nothing says so.\"") + "}]";
    }

    @Test
    void isMigratedWithAllThatIsInIt() throws SQLException {
        makeOld();
        Map<String, Object> settings = new HashMap<>(settings());
        settings.put("docent.data", data.toString());

        for (int start = 0; start < 2; start++) {
            try (ApplicationContext context = ApplicationContext.run(settings)) {
                History history = context.getBean(History.class);
                assertThat(history.conversations(PERSON))
                        .extracting(Conversation::title)
                        .containsExactly("How far?");
                assertThat(history.turns("c1", PERSON)).hasSize(2).allSatisfy(turn -> {
                    assertThat(turn.answer()).isEqualTo("It is far [1].");
                    assertThat(turn.citations().getFirst().quote()).isEqualTo("It is far.");
                    assertThat(turn.prompt()).isNull();
                });
                assertThat(history.turns("c1", PERSON)
                                .getLast()
                                .sentences()
                                .getFirst()
                                .support())
                        .isEqualTo(Support.UNSUPPORTED);
                assertThat(history.feedback("t0", PERSON)).contains(new Feedback(true, "Just so."));
                assertThat(history.rate("t1", PERSON, false, null)).isTrue();
            }
        }
        assertThat(doubts()).isEqualTo(1);
    }

    /** Of the turn with a sentence that nothing bears out: the newest version counts them. */
    private int doubts() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "docent", "");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select doubts from turn where id = 't1'")) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }
}
