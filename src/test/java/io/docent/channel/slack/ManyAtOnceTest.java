package io.docent.channel.slack;

import static io.docent.channel.slack.SlackClient.id;
import static io.docent.channel.slack.SlackClient.mention;
import static io.docent.channel.slack.SlackClient.ts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two hundred events at the same moment. */
class ManyAtOnceTest extends SlackTest {

    private static final int EVENTS = 200;
    private static final int CHANNELS = 20;

    @Test
    void areAcknowledgedWithinThreeSecondsAndEachAnswered() throws Exception {
        List<String> channels = new ArrayList<>();
        for (int i = 0; i < CHANNELS; i++) {
            channels.add(id("C"));
        }
        List<String> asked = new ArrayList<>();
        List<Future<Duration>> times = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService senders = Executors.newFixedThreadPool(EVENTS)) {
            for (int i = 0; i < EVENTS; i++) {
                String ts = ts();
                asked.add(ts);
                String channel = channels.get(i % CHANNELS);
                times.add(senders.submit(() -> {
                    go.await();
                    long start = System.nanoTime();
                    slack.event(mention(channel, ts, QUESTION));
                    return Duration.ofNanos(System.nanoTime() - start);
                }));
            }
            go.countDown();
        }

        List<Duration> took = new ArrayList<>();
        for (Future<Duration> time : times) {
            took.add(time.get());
        }
        assertThat(took).allSatisfy(time -> assertThat(time).isLessThan(Duration.ofSeconds(3)));
        for (int i = 0; i < EVENTS; i++) {
            assertThat(stub.awaitThread(channels.get(i % CHANNELS), asked.get(i), 1))
                    .singleElement()
                    .satisfies(message -> assertThat(message.shown()).contains(ANSWER));
        }
    }
}
