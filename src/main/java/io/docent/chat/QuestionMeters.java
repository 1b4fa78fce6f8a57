package io.docent.chat;

import io.docent.answer.Support;
import io.docent.history.Turn;
import io.docent.measure.Stages;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** Counts questions by what came of them, and measures how long they took. For any thread. */
@Singleton
final class QuestionMeters {

    /** The packages of {@code channel} that ask. */
    private static final List<String> CHANNELS = List.of("http", "slack", "openai", "mcp", "webhook");

    private final MeterRegistry meters;

    QuestionMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** At zero from the start: what comes up with its first event is an event that no rate has. */
    @EventListener
    void onStartup(ServerStartupEvent event) {
        for (String channel : CHANNELS) {
            for (Outcome outcome : Outcome.values()) {
                counter(channel, outcome);
            }
            timer(channel);
        }
    }

    /** Has a question answered, and counts it whether that succeeds or not. */
    ChatTurn measure(String channel, Supplier<ChatTurn> question) {
        long start = System.nanoTime();
        Outcome outcome = Outcome.FAILED;
        try {
            ChatTurn answered = question.get();
            outcome = Outcome.of(answered.turn());
            return answered;
        } catch (CancellationException e) {
            outcome = Outcome.LEFT;
            throw e;
        } catch (NoSuchConversationException e) {
            outcome = Outcome.REFUSED;
            throw e;
        } finally {
            counter(channel, outcome).increment();
            timer(channel).record(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private Counter counter(String channel, Outcome outcome) {
        return Counter.builder("docent.questions")
                .description("Questions by what came of them")
                .tag("channel", channel)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    private Timer timer(String channel) {
        return Stages.timer("docent.question.duration", "From a question to its answer, kept")
                .tag("channel", channel)
                .register(meters);
    }

    /** What came of a question. */
    private enum Outcome {
        ANSWERED,
        /** Answered, with sentences that the documents do not bear out. */
        UNSUPPORTED,
        NOT_FOUND,
        /** Nothing was asked of the documents. */
        SMALL_TALK,
        /** Whoever asked went away. */
        LEFT,
        /** There was no such conversation. */
        REFUSED,
        FAILED;

        static Outcome of(Turn turn) {
            if (turn.status() == Turn.Status.NOT_FOUND) {
                return NOT_FOUND;
            }
            if (turn.sentences().isEmpty()) {
                return SMALL_TALK;
            }
            return turn.sentences().stream().anyMatch(sentence -> sentence.support() == Support.UNSUPPORTED)
                    ? UNSUPPORTED
                    : ANSWERED;
        }
    }
}
