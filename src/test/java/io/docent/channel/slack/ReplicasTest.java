package io.docent.channel.slack;

import static io.docent.channel.slack.SlackClient.id;
import static io.docent.channel.slack.SlackClient.mention;
import static io.docent.channel.slack.SlackClient.reply;
import static io.docent.channel.slack.SlackClient.ts;
import static org.assertj.core.api.Assertions.assertThat;

import io.docent.HttpService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services on one database, both of which get every event. */
class ReplicasTest {

    private static final int EVENTS = 20;

    ReplicasTest() {}

    @Test
    void answerEachQuestionOnceAndGoOnWithThreadsOfTheOther(@TempDir Path root) throws Exception {
        Path folder = HttpService.exampleFolder(root.resolve("folder"));
        try (SlackStub stub = new SlackStub()) {
            Map<String, Object> settings = SlackTest.settings(
                    stub, Map.of("datasources.default.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
            try (HttpService one = new HttpService(folder, root.resolve("one"), settings);
                    HttpService other = new HttpService(folder, root.resolve("other"), settings)) {
                List<SlackClient> clients = List.of(new SlackClient(one.api()), new SlackClient(other.api()));
                Map<String, String> asked = new LinkedHashMap<>();
                List<Future<?>> sent = new ArrayList<>();
                CountDownLatch go = new CountDownLatch(1);
                try (ExecutorService senders = Executors.newFixedThreadPool(2 * EVENTS)) {
                    for (int i = 0; i < EVENTS; i++) {
                        String event = id("Ev");
                        String ts = ts();
                        String channel = "C" + i % 4;
                        asked.put(ts, channel);
                        for (SlackClient client : clients) {
                            sent.add(senders.submit(() -> {
                                go.await();
                                return client.event(event, mention(channel, ts, SlackTest.QUESTION));
                            }));
                        }
                    }
                    go.countDown();
                }
                for (Future<?> each : sent) {
                    each.get();
                }

                asked.forEach((ts, channel) -> stub.awaitThread(channel, ts, 1));
                // Whatever was claimed twice would have been answered before these, which come after it.
                asked.forEach((ts, channel) ->
                        clients.get(ts.hashCode() & 1).event(reply(channel, ts(), ts, "and in Munich?")));
                asked.forEach((ts, channel) -> assertThat(stub.awaitThread(channel, ts, 2))
                        .last()
                        .satisfies(message -> assertThat(message.shown()).contains("17 people work in Munich")));

                asked.forEach((ts, channel) -> assertThat(stub.thread(channel, ts))
                        .hasSize(2)
                        .first()
                        .satisfies(message -> assertThat(message.shown()).contains(SlackTest.ANSWER)));
            }
        }
    }
}
