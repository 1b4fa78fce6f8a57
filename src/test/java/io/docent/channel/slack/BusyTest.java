package io.docent.channel.slack;

import static io.docent.channel.slack.SlackClient.id;
import static io.docent.channel.slack.SlackClient.mention;
import static io.docent.channel.slack.SlackClient.ts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A queue with room for two questions. */
class BusyTest extends SlackTest {

    @Override
    Map<String, Object> more() {
        return Map.of("docent.slack.queue-size", 2);
    }

    @Test
    void answersEveryQuestionOrTellsThatThereIsNoRoom() {
        String channel = id("C");
        List<String> asked = new ArrayList<>();
        stub.delay(Duration.ofMillis(300));
        for (int i = 0; i < 12; i++) {
            asked.add(ts());
            assertThat(slack.event(mention(channel, asked.getLast(), QUESTION)).status())
                    .isEqualTo(200);
        }
        var command = slack.command(QUESTION, stub.responseUrl(id("r"))).json(200);

        List<String> said = asked.stream()
                .map(ts -> stub.awaitThread(channel, ts, 1).getFirst().shown())
                .toList();

        stub.delay(Duration.ZERO);
        assertThat(said.getFirst()).contains(ANSWER);
        assertThat(said)
                .filteredOn(text -> text.contains("more questions than I can answer"))
                .hasSizeBetween(6, 10);
        assertThat(said).allMatch(text -> text.contains(ANSWER) || text.contains("more questions than I can answer"));
        assertThat(command.get("text").text()).contains("more questions than I can answer");
        String after = ts();
        slack.event(mention(channel, after, QUESTION));
        assertThat(stub.awaitThread(channel, after, 1).getFirst().shown()).contains(ANSWER);
    }
}
