package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class CircuitTest {

    private final Watch watch = new Watch();
    private final Circuit circuit = new Circuit(watch);

    @Test
    void opensAfterThreeFailuresInARow() {
        assertThat(circuit.failed(false)).isFalse();
        assertThat(circuit.failed(false)).isFalse();
        assertThat(circuit.allows()).isTrue();

        assertThat(circuit.failed(false)).isTrue();

        assertThat(circuit.allows()).isFalse();
    }

    @Test
    void opensAtOnceWhereWaitingIsOfNoUse() {
        assertThat(circuit.failed(true)).isTrue();

        assertThat(circuit.allows()).isFalse();
    }

    @Test
    void aSuccessInBetweenStartsTheCountAnew() {
        circuit.failed(false);
        circuit.failed(false);
        assertThat(circuit.succeeded()).isFalse();

        circuit.failed(false);
        circuit.failed(false);

        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void afterAWhileOneQuestionTriesAndTheOthersWait() {
        circuit.failed(true);
        watch.pass(Duration.ofSeconds(29));
        assertThat(circuit.allows()).isFalse();

        watch.pass(Duration.ofSeconds(2));

        assertThat(circuit.allows()).isTrue();
        assertThat(circuit.allows()).isFalse();
    }

    @Test
    void closesWhenTheTryIsAnswered() {
        circuit.failed(true);
        watch.pass(Duration.ofSeconds(31));
        assertThat(circuit.allows()).isTrue();

        assertThat(circuit.succeeded()).isTrue();

        assertThat(circuit.allows()).isTrue();
        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void staysOpenWhenTheTryFails() {
        circuit.failed(true);
        watch.pass(Duration.ofSeconds(31));
        assertThat(circuit.allows()).isTrue();

        assertThat(circuit.failed(false)).isFalse();

        watch.pass(Duration.ofSeconds(29));
        assertThat(circuit.allows()).isFalse();
        watch.pass(Duration.ofSeconds(2));
        assertThat(circuit.allows()).isTrue();
    }

    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("times of this watch are instants");
        }
    }
}
