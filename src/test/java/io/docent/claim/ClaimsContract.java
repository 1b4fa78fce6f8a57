package io.docent.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.SettableClock;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a claim is worth, whichever database it stands in. */
abstract class ClaimsContract {

    @TempDir
    Path place;

    private ApplicationContext context;
    private Claims claims;
    private SettableClock clock;

    /** Settings of the database, which two processes can share; each test has an empty one of its own. */
    abstract Map<String, Object> database();

    @BeforeEach
    void start() {
        context = process("data");
        claims = context.getBean(Claims.class);
        clock = context.getBean(SettableClock.class);
    }

    private ApplicationContext process(String data) {
        Map<String, Object> settings = new HashMap<>(database());
        settings.put("docent.data", place.resolve(data).toString());
        settings.put("docent.test.clock", true);
        return ApplicationContext.builder().properties(settings).start();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    private void restart() {
        Duration passed = Duration.between(SettableClock.START, clock.instant());
        stop();
        start();
        clock.pass(passed);
    }

    @Test
    void isGivenToOneOfAllWhoWantIt() throws Exception {
        List<Future<Boolean>> answers = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService many = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 64; i++) {
                String name = "n" + i % 4;
                answers.add(many.submit(() -> {
                    go.await();
                    return claims.take(name, "work");
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
    void isNotGivenAgainAfterItIsFinished() {
        claims.take("a", "work");
        claims.finish("a");

        assertThat(claims.take("a", "work")).isFalse();
        assertThat(claims.holds("a")).isFalse();
    }

    @Test
    void isGivenAgainAfterItIsReleased() {
        claims.take("a", "work");
        claims.release("a");

        assertThat(claims.holds("a")).isFalse();
        assertThat(claims.take("a", "work")).isTrue();
        assertThat(claims.holds("a")).isTrue();
    }

    @Test
    void staysFinishedThoughItIsReleasedLater() {
        claims.take("a", "work");
        claims.finish("a");

        claims.release("a");

        assertThat(claims.take("a", "work")).isFalse();
    }

    @Test
    void isTakenUpByTheNextRunInTheOrderItWasMade() {
        for (String name : List.of("x:3", "x:1", "y:1", "x:2", "x:done")) {
            claims.take(name, "work of " + name + " 😀 '; --");
        }
        claims.finish("x:done");

        restart();

        assertThat(claims.take("x:1", "again")).isFalse();
        assertThat(claims.takeUp("x:")).extracting(Claim::name).containsExactly("x:3", "x:1", "x:2");
        assertThat(claims.takeUp("x:")).isEmpty();
        assertThat(claims.takeUp("y:")).containsExactly(new Claim("y:1", "work of y:1 😀 '; --", SettableClock.START));
        assertThat(claims.holds("x:1")).isTrue();
    }

    @Test
    void isNotTakenUpByTheRunThatHoldsIt() {
        claims.take("x:1", "work");
        clock.pass(Claims.LEASE.multipliedBy(2));

        assertThat(claims.takeUp("x:")).isEmpty();
        assertThat(claims.holds("x:1")).isTrue();
    }

    @Test
    void isTakenUpByAnotherProcessOnlyWhenItsHolderIsNotHeardOf() {
        try (ApplicationContext other = process("other")) {
            Claims elsewhere = other.getBean(Claims.class);
            SettableClock there = other.getBean(SettableClock.class);
            claims.take("x:1", "work");
            pass(Claims.LEASE.minusSeconds(1), there);

            assertThat(elsewhere.takeUp("x:")).isEmpty();
            claims.renew();
            pass(Claims.LEASE.minusSeconds(1), there);
            assertThat(elsewhere.takeUp("x:")).isEmpty();
            pass(Duration.ofSeconds(2), there);
            assertThat(elsewhere.takeUp("x:")).extracting(Claim::work).containsExactly("work");
            assertThat(claims.holds("x:1")).isFalse();
            assertThat(elsewhere.holds("x:1")).isTrue();

            claims.finish("x:1");

            assertThat(elsewhere.holds("x:1")).isTrue();
        }
    }

    private void pass(Duration time, SettableClock there) {
        clock.pass(time);
        there.pass(time);
    }

    @Test
    void isForgottenAWeekAfterItIsFinished() {
        claims.take("done", "work");
        claims.take("open", "work");
        claims.finish("done");
        clock.pass(Claims.REMEMBERED);
        claims.forgetOld();
        assertThat(claims.take("done", "work")).isFalse();
        clock.pass(Duration.ofSeconds(1));

        claims.forgetOld();

        assertThat(claims.take("done", "work")).isTrue();
        assertThat(claims.take("open", "work")).isFalse();
    }

    @Test
    void hasANameOfSomeLength() {
        assertThat(claims.take("n".repeat(200), "work")).isTrue();
        assertThatThrownBy(() -> claims.take("n".repeat(201), "work"))
                .hasMessage("a claim's name has 1 to 200 characters, not 201");
        assertThatThrownBy(() -> claims.take("", "work")).isInstanceOf(IllegalArgumentException.class);
    }
}
