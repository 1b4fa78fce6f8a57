package io.docent.channel.slack;

import static io.docent.channel.slack.SlackClient.envelope;
import static io.docent.channel.slack.SlackClient.id;
import static io.docent.channel.slack.SlackClient.mention;
import static io.docent.channel.slack.SlackClient.ts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

/** A channel that another organisation reads, where no setting names channels. */
class SharedChannelTest extends SlackTest {

    @Test
    void isNotAnsweredInUnlessItIsNamed() {
        String ts = ts();
        JsonObject shared = envelope(id("Ev"), mention("C77", ts, QUESTION));
        shared.addProperty("is_ext_shared_channel", true);

        slack.send("/slack/events", "application/json", shared.toString());

        assertThat(stub.awaitThread("C77", ts, 1).getFirst().json().toString())
                .contains("shared with another organisation")
                .doesNotContain(ANSWER);
    }
}
