package io.docent.channel.slack;

import static io.docent.channel.slack.SlackClient.envelope;
import static io.docent.channel.slack.SlackClient.id;
import static io.docent.channel.slack.SlackClient.mention;
import static io.docent.channel.slack.SlackClient.message;
import static io.docent.channel.slack.SlackClient.reply;
import static io.docent.channel.slack.SlackClient.ts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is answered where and from what, by settings. */
class ScopeHttpTest extends SlackTest {

    @Override
    Map<String, Object> more() {
        return Map.of(
                "docent.slack.workspaces", "T1,T7",
                "docent.slack.channels", "C1,C2,C3,C4",
                "docent.slack.documents", "C2:policies/,C3:nowhere/,C4:0000000000000000",
                "docent.slack.threads", "mention");
    }

    private String said(String channel, JsonObject envelope) {
        String ts = envelope.getAsJsonObject("event").get("ts").getAsString();
        assertThat(slack.send("/slack/events", "application/json", envelope.toString())
                        .status())
                .isEqualTo(200);
        return stub.awaitThread(channel, ts, 1).getFirst().json().toString();
    }

    private static JsonObject ask(String channel) {
        return envelope(id("Ev"), mention(channel, ts(), QUESTION));
    }

    @Test
    void answersInAChannelThatIsAllowed() {
        assertThat(said("C1", ask("C1"))).contains(ANSWER);
    }

    @Test
    void refusesElsewhere() {
        assertThat(said("C9", ask("C9")))
                .contains("not set up to answer in this channel")
                .doesNotContain(ANSWER);
        assertThat(said("D9", envelope(id("Ev"), message("im", "D9", ts(), QUESTION))))
                .contains("not set up to answer in this channel")
                .doesNotContain(ANSWER);
        assertThat(slack.command(Map.of("text", QUESTION, "channel_id", "C9", "response_url", stub.responseUrl("no")))
                        .json(200)
                        .get("text")
                        .text())
                .contains("not set up to answer in this channel");
    }

    @Test
    void refusesAnotherWorkspace() {
        JsonObject other = ask("C1");
        other.addProperty("team_id", "T2");
        other.getAsJsonObject("event").addProperty("team", "T2");
        other.getAsJsonArray("authorizations").get(0).getAsJsonObject().addProperty("team_id", "T2");

        assertThat(said("C1", other))
                .contains("not set up to answer in this workspace")
                .doesNotContain(ANSWER);
        assertThat(slack.command(Map.of("text", QUESTION, "team_id", "T2", "response_url", stub.responseUrl("no")))
                        .json(200)
                        .get("text")
                        .text())
                .contains("not set up to answer in this workspace");
    }

    @Test
    void refusesPeopleOfAnotherOrganisationUnlessItIsAllowed() {
        JsonObject guest = ask("C1");
        guest.getAsJsonObject("event").addProperty("user_team", "T9");
        guest.addProperty("is_ext_shared_channel", true);
        JsonObject partner = ask("C1");
        partner.getAsJsonObject("event").addProperty("user_team", "T7");
        partner.addProperty("is_ext_shared_channel", true);

        assertThat(said("C1", guest)).contains("my own organisation only").doesNotContain(ANSWER);
        assertThat(said("C1", partner)).contains(ANSWER);
    }

    @Test
    void answersAChannelFromItsDocumentsAlone() {
        JsonObject hotels = envelope(id("Ev"), mention("C2", ts(), "How much may a hotel room cost?"));

        assertThat(said("C2", hotels)).contains("140 euros");
        assertThat(said("C2", ask("C2")))
                .contains("This is not in the documents")
                .doesNotContain(ANSWER);
    }

    @Test
    void answersFromNothingWhereItsDocumentsAreNotThere() {
        assertThat(said("C3", ask("C3")))
                .contains("no documents that I may answer from")
                .doesNotContain(ANSWER);
        assertThat(said("C4", ask("C4")))
                .contains("no documents that I may answer from")
                .doesNotContain(ANSWER);
    }

    @Test
    void leavesThreadsAloneWithoutAMentionWhereThatIsSet() {
        String thread = ts();
        slack.event(mention("C1", thread, QUESTION));
        stub.awaitThread("C1", thread, 1);

        slack.event(reply("C1", ts(), thread, "and in Munich?"));

        JsonObject again = mention("C1", ts(), "and in Munich?");
        again.addProperty("thread_ts", thread);
        slack.event(again);
        stub.awaitThread("C1", thread, 2);
        assertThat(stub.thread("C1", thread)).hasSize(2);
    }
}
