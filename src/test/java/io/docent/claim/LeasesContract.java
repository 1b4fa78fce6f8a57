package io.docent.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lease is worth, whichever database it stands in. */
abstract class LeasesContract {

    @TempDir
    Path place;

    private ApplicationContext context;
    private ApplicationContext other;
    private Leases leases;
    private Leases elsewhere;

    /** Settings of the database, which two processes can share; each test has an empty one of its own. */
    abstract Map<String, Object> database();

    @BeforeEach
    void start() {
        context = process("data");
        other = process("other");
        leases = context.getBean(Leases.class);
        elsewhere = other.getBean(Leases.class);
    }

    private ApplicationContext process(String data) {
        Map<String, Object> settings = new HashMap<>(database());
        settings.put("docent.data", place.resolve(data).toString());
        return ApplicationContext.builder().properties(settings).start();
    }

    @AfterEach
    void stop() {
        other.close();
        context.close();
    }

    /** As when their holders have not been heard of for long. */
    private void lapse() throws SQLException {
        String url = (String) Objects.requireNonNull(database().get("datasources.default.url"));
        try (Connection connection = DriverManager.getConnection(url, "docent", "");
                Statement statement = connection.createStatement()) {
            statement.execute("update lease set held_until = current_timestamp - interval '1' second");
        }
    }

    @Test
    void isGivenToOneOfAllWhoWantIt() throws Exception {
        List<Future<Boolean>> answers = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService many = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 64; i++) {
                String name = "n" + i % 4;
                Leases some = i % 8 < 4 ? leases : elsewhere;
                answers.add(many.submit(() -> {
                    go.await();
                    return some.take(name, "");
                }));
            }
            go.countDown();
        }

        int given = 0;
        for (Future<Boolean> answer : answers) {
            given += answer.get() ? 1 : 0;
        }
        assertThat(given).isEqualTo(4);
    }

    @Test
    void isFreeOnceItIsGivenBack() {
        assertThat(leases.take("a", "")).isTrue();
        elsewhere.give("a");
        assertThat(elsewhere.take("a", "")).isFalse();

        leases.give("a");

        assertThat(elsewhere.take("a", "")).isTrue();
        assertThat(leases.take("a", "")).isFalse();
    }

    @Test
    void isFreeOnceItsHolderIsNotHeardOf() throws SQLException {
        leases.take("a", "");
        lapse();
        leases.renew();
        assertThat(elsewhere.take("a", "")).isFalse();

        lapse();

        assertThat(elsewhere.take("a", "")).isTrue();
        leases.give("a");
        assertThat(leases.take("a", "")).isFalse();
    }

    @Test
    void isFreeOnceItsHolderStops() {
        leases.take("a", "");

        context.close();

        assertThat(elsewhere.take("a", "")).isTrue();
    }

    @Test
    void tellsWhatOthersSayOfTheirs() throws SQLException {
        leases.take("x:1", "own");
        elsewhere.take("x:2", "theirs 😀 '; --");
        elsewhere.take("y:1", "of something else");

        assertThat(leases.others("x:")).containsExactly("theirs 😀 '; --");
        lapse();
        assertThat(leases.others("x:")).isEmpty();
    }

    @Test
    void settingsThatDifferFromThoseOfAnotherProcessAreRefused() {
        Agreement agreement = new Agreement(leases, Duration.ZERO);
        new Agreement(elsewhere, Duration.ZERO).join(Map.of("the folder", "/a", "the model", "m"));

        assertThatThrownBy(() -> agreement.join(Map.of("the folder", "/b", "the model", "m")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "the folder is '/b', but another Docent that runs on the same database has '/a'; give all of"
                                + " them the same, or stop all others before this one starts with another");
        assertThat(elsewhere.others("setting:")).isEmpty();
        agreement.join(Map.of("the folder", "/a", "the model", "m"));
        assertThat(elsewhere.others("setting:")).containsExactlyInAnyOrder("/a", "m");
    }

    @Test
    void settingsThatDifferFromThoseOfAProcessThatIsGoneAreTaken() throws SQLException {
        new Agreement(elsewhere, Duration.ZERO).join(Map.of("the folder", "/a"));
        lapse();

        new Agreement(leases, Duration.ZERO).join(Map.of("the folder", "/b"));

        assertThat(elsewhere.others("setting:the folder:")).containsExactly("/b");
    }
}
