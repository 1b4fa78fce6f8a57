package io.docent.channel.slack;

import static io.docent.channel.slack.SlackClient.id;
import static io.docent.channel.slack.SlackClient.mention;
import static io.docent.channel.slack.SlackClient.message;
import static io.docent.channel.slack.SlackClient.reply;
import static io.docent.channel.slack.SlackClient.ts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.docent.HttpApi.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no question, and what nobody should have sent. */
class NoQuestionTest extends SlackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'message','subtype':'message_changed','message':{'text':'x','user':'U1'}}",
                "{'type':'message','subtype':'message_deleted'}",
                "{'type':'message','subtype':'channel_join','user':'U1','text':'joined'}",
                "{'type':'message','subtype':'bot_message','bot_id':'B9','text':'How many people work in Berlin?'}",
                "{'type':'message','user':'U0BOT','text':'How many people work in Berlin?'}",
                "{'type':'message','user':'U8','bot_id':'B8','text':'How many people work in Berlin?'}",
                "{'type':'message','user':'U1','text':'<@U0BOT> How many people work in Berlin?'}",
                "{'type':'message','user':'U1','text':'How many people work in Berlin?'}",
                "{'type':'app_mention','user':'U8','bot_id':'B8','text':'<@U0BOT> How many?'}",
                "{'type':'app_mention','user':'U1','edited':{'user':'U1','ts':'1.1'},'text':'<@U0BOT> How many?'}",
                "{'type':'app_mention','user':['U1'],'text':{'a':1}}",
                "{'type':'app_mention','user':'U1','text':'<@U0BOT> How?','ts':'1.1; drop table claim'}",
                "{'type':'reaction_added','user':'U1','reaction':'eyes'}",
                "{'type':'something_of_tomorrow','nested':{'deep':[[[{}]]]}}",
                "{}",
            })
    void doesNothingForWhatIsNoQuestion(String json) {
        String channel = id("C");
        JsonObject event = JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject();
        event.addProperty("channel", channel);
        if (!event.has("ts")) {
            event.addProperty("ts", ts());
        }
        if (!event.has("channel_type")) {
            event.addProperty("channel_type", "channel");
        }

        Response response = slack.event(event);

        assertThat(response.status()).as(response.text()).isEqualTo(200);
        assertNothingHappensIn(channel);
    }

    /** A question that is asked after it in the same channel is answered, and alone. */
    private void assertNothingHappensIn(String channel) {
        String ts = ts();
        slack.event(mention(channel, ts, QUESTION));
        stub.awaitThread(channel, ts, 1);
        assertThat(stub.messages())
                .filteredOn(
                        message -> message.json().get("channel").getAsString().equals(channel))
                .hasSize(1);
    }

    @Test
    void leavesAloneThreadsThatItIsNotInAndPeopleWhoTalkToEachOther() {
        String channel = id("C");
        String thread = ts();
        slack.event(reply(channel, ts(), ts(), QUESTION));
        slack.event(mention(channel, thread, QUESTION));
        stub.awaitThread(channel, thread, 1);

        slack.event(reply(channel, ts(), thread, "<@U2> how many people work in Munich?"));

        slack.event(reply(channel, ts(), thread, "and in Munich?"));
        stub.awaitThread(channel, thread, 2);
        assertThat(stub.messages())
                .filteredOn(
                        message -> message.json().get("channel").getAsString().equals(channel))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "payload=",
                "payload=%7B%7D",
                "payload=%zz",
                "text=%",
                "payload=%7B%22type%22%3A%22view_submission%22%7D",
                "payload=%7B%22type%22%3A%22block_actions%22%7D",
                "command=%2Fask",
                "a=b&c",
                "ssl_check=1&token=x",
            })
    void acknowledgesWhatItDoesNotKnow(String body) {
        Response response = slack.send("/slack/interactions", "application/x-www-form-urlencoded", body);

        assertThat(response.status()).as(response.text()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoJson() {
        slack.send("/slack/events", "application/json", "{\"type\": \"event_callback\", ")
                .problem(400);
        slack.send("/slack/events", "application/json", "{\"a\":".repeat(100_000))
                .problem(400);
    }

    @Test
    void refusesWhatIsTooLarge() {
        slack.send("/slack/events", "application/json", "{\"a\": \"" + "x".repeat(1_100_000) + "\"}")
                .problem(413);
    }
}
