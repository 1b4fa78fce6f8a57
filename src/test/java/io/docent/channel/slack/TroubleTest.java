package io.docent.channel.slack;

import static io.docent.channel.slack.SlackClient.id;
import static io.docent.channel.slack.SlackClient.mention;
import static io.docent.channel.slack.SlackClient.ts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Slack in trouble, and Docent's own: what is answered is answered once, and acknowledged whatever happens. */
class TroubleTest extends SlackTest {

    @Override
    Map<String, Object> more() {
        return Map.of("docent.slack.timeout", "800ms", "docent.slack.give-up-after", "20s");
    }

    private List<SlackCall> posts(String channel) {
        return stub.calls("chat.postMessage").stream()
                .filter(call -> call.field("channel").equals(channel))
                .toList();
    }

    /** A question after it in the same lane is answered, so that whatever was to come has come. */
    private void assertOneAnswer(String channel, String ts) {
        stub.awaitThread(channel, ts, 1);
        String after = ts();
        slack.event(mention(channel, after, QUESTION));
        stub.awaitThread(channel, after, 1);
        assertThat(stub.thread(channel, ts)).hasSize(1);
    }

    @Test
    void answersOnceWhatIsDeliveredFiveTimesAtOnce() throws Exception {
        String channel = id("C");
        String ts = ts();
        String event = id("Ev");
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Integer>> statuses = new ArrayList<>();
        try (ExecutorService five = Executors.newFixedThreadPool(5)) {
            for (int i = 0; i < 5; i++) {
                statuses.add(five.submit(() -> {
                    go.await();
                    return slack.event(event, mention(channel, ts, QUESTION)).status();
                }));
            }
            go.countDown();
        }

        for (Future<Integer> status : statuses) {
            assertThat(status.get()).isEqualTo(200);
        }
        assertOneAnswer(channel, ts);
    }

    @Test
    void waitsAsLongAsSlackAsksFor() {
        String channel = id("C");
        String ts = ts();
        stub.failOnce("chat.postMessage", new Trouble(429, "2", false, Duration.ZERO, "{}"));

        slack.event(mention(channel, ts, QUESTION));

        assertOneAnswer(channel, ts);
        List<SlackCall> posts = posts(channel);
        assertThat(Duration.ofNanos(posts.get(1).nanos() - posts.get(0).nanos()))
                .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(8));
    }

    @Test
    void postsAgainWhatSlackFailedToPost() {
        String channel = id("C");
        String ts = ts();
        stub.failOnce("chat.postMessage", Trouble.status(500));
        stub.failOnce("chat.postMessage", Trouble.status(503));

        slack.event(mention(channel, ts, QUESTION));

        assertOneAnswer(channel, ts);
    }

    @Test
    void doesNotPostAgainWhatSlackPostedThoughItSaidThatItFailed() {
        String channel = id("C");
        String ts = ts();
        stub.failOnce("chat.postMessage", new Trouble(500, "1", true, Duration.ZERO, "oops"));

        slack.event(mention(channel, ts, QUESTION));

        assertOneAnswer(channel, ts);
        assertThat(posts(channel)).hasSize(2);
    }

    @Test
    void doesNotPostAgainWhatSlackPostedThoughItTookTooLongToSaySo() {
        String channel = id("C");
        String ts = ts();
        stub.failOnce("chat.postMessage", new Trouble(200, null, true, Duration.ofMillis(1_500), "{\"ok\":true}"));

        slack.event(mention(channel, ts, QUESTION));

        assertOneAnswer(channel, ts);
        assertThat(posts(channel)).hasSize(2);
    }

    @Test
    void postsAgainWhatTookTooLongAndIsNotThere() {
        String channel = id("C");
        String ts = ts();
        stub.failOnce("chat.postMessage", new Trouble(200, null, false, Duration.ofMillis(1_500), "{\"ok\":true}"));

        slack.event(mention(channel, ts, QUESTION));

        assertOneAnswer(channel, ts);
    }

    @Test
    void takesWhatIsNoJsonForAFailure() {
        String channel = id("C");
        String ts = ts();
        stub.failOnce("chat.postMessage", new Trouble(200, null, false, Duration.ZERO, "<html>proxy</html>"));

        slack.event(mention(channel, ts, QUESTION));

        assertOneAnswer(channel, ts);
    }

    @Test
    void acknowledgesThoughSlackIsOut() {
        String channel = id("C");
        String ts = ts();
        for (String method : List.of("auth.test", "reactions.add", "chat.postMessage")) {
            stub.failOnce(method, Trouble.status(503));
        }

        assertThat(slack.event(mention(channel, ts, QUESTION)).status()).isEqualTo(200);

        stub.awaitThread(channel, ts, 1);
    }

    @Test
    void retriesWhatItSendsToAResponseUrl() {
        String name = id("r");
        stub.failOnce(name, new Trouble(429, "1", false, Duration.ZERO, ""));
        stub.failOnce(name, Trouble.status(500));

        slack.command(QUESTION, stub.responseUrl(name));

        SlackStub.await(() -> stub.calls("response").stream()
                        .filter(call -> call.field("url").equals(name))
                        .count()
                == 3);
    }

    @Test
    void doesNotLetChannelsWaitForEachOther() {
        String slow = id("C");
        String quick = id("C");
        String ts = ts();
        stub.failOnce("chat.postMessage", new Trouble(429, "6", false, Duration.ZERO, "{}"));
        slack.event(mention(slow, ts, QUESTION));
        SlackStub.await(() -> posts(slow).size() == 1);

        String quickTs = ts();
        slack.event(mention(quick, quickTs, QUESTION));

        stub.awaitThread(quick, quickTs, 1);
        assertThat(stub.thread(slow, ts)).isEmpty();
        stub.awaitThread(slow, ts, 1);
    }

    @Test
    void answersAChannelInTheOrderOfItsQuestions() {
        String channel = id("C");
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(ts());
            slack.event(mention(channel, asked.getLast(), QUESTION));
        }

        SlackStub.await(() -> posts(channel).size() == 8);
        assertThat(posts(channel)).extracting(call -> call.field("thread_ts")).containsExactlyElementsOf(asked);
    }

    @Test
    void goesOnAfterWhatSlackRefuses() {
        String channel = id("C");
        stub.failOnce(
                "chat.postMessage",
                new Trouble(200, null, false, Duration.ZERO, "{\"ok\":false,\"error\":\"channel_not_found\"}"));
        slack.event(mention(channel, ts(), QUESTION));

        String ts = ts();
        slack.event(mention(channel, ts, QUESTION));

        stub.awaitThread(channel, ts, 1);
    }

    @Test
    void completesAStreamThatWasCutOffInsteadOfPostingBesideIt() {
        String channel = id("C");
        String ts = ts();
        JsonObject cut = new JsonObject();
        cut.addProperty("user", SlackStub.BOT);
        cut.addProperty("channel", channel);
        cut.addProperty("thread_ts", ts);
        cut.addProperty("ts", "1790000001.000001");
        cut.addProperty("text", "42 peop");
        cut.addProperty("streaming_state", "in_progress");
        stub.leave(cut);
        stub.failOnce("chat.postMessage", Trouble.status(500));

        slack.event(mention(channel, ts, QUESTION));

        SlackStub.await(() -> stub.thread(channel, ts).getFirst().text().contains(ANSWER));
        assertThat(stub.thread(channel, ts)).hasSize(1);
        assertThat(stub.calls("chat.stopStream"))
                .anyMatch(call -> call.field("ts").equals("1790000001.000001"));
    }
}
