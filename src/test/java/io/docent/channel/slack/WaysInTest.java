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
import io.docent.channel.slack.SlackStub.Message;
import io.docent.history.History;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which somebody asks in Slack, and everything that is no question. */
class WaysInTest extends SlackTest {

    @Test
    void provesItsAddress() {
        Response response = slack.send(
                "/slack/events",
                "application/json",
                "{\"token\":\"x\",\"challenge\":\"3eZbrw1aB10\",\"type\":\"url_verification\"}");

        assertThat(response.json(200).get("challenge").text()).isEqualTo("3eZbrw1aB10");
    }

    @Test
    void answersAMentionInItsThread() {
        String channel = id("C");
        String ts = ts();

        Response response = slack.event(mention(channel, ts, QUESTION));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEmpty();
        Message answer = stub.awaitThread(channel, ts, 1).getFirst();
        assertThat(answer.shown())
                .contains(ANSWER + ". 17 people work in Munich. [1]")
                .contains("*Sources*")
                .contains("[1] *Kestrel Instruments* · `company.md`")
                .contains("> 42 people work in Berlin.")
                .doesNotContain("AI");
        assertThat(answer.text()).contains(ANSWER).contains("[1]");
    }

    @Test
    void showsThatItSawTheQuestionAndTakesThatAwayWhenItAnswered() {
        String channel = id("C");
        String ts = ts();

        slack.event(mention(channel, ts, QUESTION));

        SlackStub.await(() -> stub.calls("reactions.remove").stream()
                .anyMatch(call -> call.field("channel").equals(channel)));
        assertThat(stub.calls("reactions.add"))
                .filteredOn(call -> call.field("channel").equals(channel))
                .singleElement()
                .satisfies(call ->
                        assertThat(call.form()).containsEntry("timestamp", ts).containsEntry("name", "eyes"));
        assertThat(stub.thread(channel, ts)).hasSize(1);
    }

    @Test
    void answersADirectMessage() {
        String channel = id("D");
        String ts = ts();

        slack.event(message("im", channel, ts, QUESTION));

        assertThat(stub.awaitThread(channel, ts, 1).getFirst().shown()).contains(ANSWER);
    }

    @Test
    void answersInAnAssistantThreadWithStatusAndTitle() {
        String channel = id("D");
        String thread = ts();
        JsonObject asked = message("im", channel, ts(), QUESTION);
        asked.addProperty("thread_ts", thread);

        slack.event(asked);

        assertThat(stub.awaitThread(channel, thread, 1).getFirst().shown()).contains(ANSWER);
        SlackStub.await(() -> !stub.calls("assistant.threads.setTitle").isEmpty());
        assertThat(stub.calls("assistant.threads.setStatus").getLast().form())
                .containsEntry("channel_id", channel)
                .containsEntry("thread_ts", thread);
        assertThat(stub.calls("reactions.add"))
                .noneMatch(call -> call.field("channel").equals(channel));
    }

    @Test
    void greetsInAnAssistantThreadWithQuestionsToBeginWith() {
        String channel = id("D");
        String thread = ts();
        JsonObject event = new JsonObject();
        event.addProperty("type", "assistant_thread_started");
        JsonObject assistant = new JsonObject();
        assistant.addProperty("user_id", "U1");
        assistant.addProperty("channel_id", channel);
        assistant.addProperty("thread_ts", thread);
        assistant.add("context", new JsonObject());
        event.add("assistant_thread", assistant);

        slack.event(event);

        assertThat(stub.awaitThread(channel, thread, 1).getFirst().shown()).contains("Ask me something");
        assertThat(stub.calls("assistant.threads.setSuggestedPrompts").getLast().field("prompts"))
                .contains("\"message\":");
    }

    @Test
    void answersAFollowUpInItsThreadWithoutANewMention() {
        String channel = id("C");
        String thread = ts();
        slack.event(mention(channel, thread, "What revenue did Kestrel Instruments have in 2018?"));
        stub.awaitThread(channel, thread, 1);

        slack.event(reply(channel, ts(), thread, "and in 2019?"));

        assertThat(stub.awaitThread(channel, thread, 2).getLast().shown()).contains("36 million euros in 2019");
    }

    @Test
    void answersAFollowUpThatComesBeforeTheFirstAnswer() {
        String channel = id("C");
        String thread = ts();

        slack.event(mention(channel, thread, "What revenue did Kestrel Instruments have in 2018?"));
        slack.event(reply(channel, ts(), thread, "and in 2019?"));

        List<Message> answers = stub.awaitThread(channel, thread, 2);
        assertThat(answers.getFirst().shown()).contains("31 million");
        assertThat(answers.getLast().shown()).contains("36 million");
    }

    @Test
    void answersTheCommandToItsAskerAlone() {
        String url = stub.responseUrl(id("r"));

        Response response = slack.command(QUESTION, url);

        assertThat(response.json(200).get("response_type").text()).isEqualTo("ephemeral");
        assertThat(response.json(200).get("text").text()).startsWith("Looking through");
        JsonObject answer = response(url);
        assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
        assertThat(answer.get("replace_original").getAsBoolean()).isTrue();
        assertThat(new Message(answer).shown()).contains(ANSWER);
        assertThat(new Message(answer).value(Buttons.SHARE)).isNotEmpty();
    }

    private JsonObject response(String url) {
        String name = url.substring(url.lastIndexOf('/') + 1);
        SlackStub.await(() -> stub.calls("response").stream()
                .anyMatch(call -> call.field("url").equals(name)));
        return stub.calls("response").stream()
                .filter(call -> call.field("url").equals(name))
                .findFirst()
                .orElseThrow()
                .message()
                .json();
    }

    @Test
    void saysHowToAskWhereACommandAsksNothing() {
        assertThat(slack.command("  ", stub.responseUrl("none"))
                        .json(200)
                        .get("text")
                        .text())
                .contains("/ask ");
    }

    @Test
    void answersNoCommandAtAnAddressThatIsNotOfSlack() {
        Response response = slack.command(QUESTION, "https://hooks.slack.com.example.org/commands/1");

        assertThat(response.json(200).get("text").text()).contains("addresses of Slack only");
    }

    @Test
    void sharesAnAnswerInTheChannelOnceHoweverOftenItsButtonIsPressed() {
        String url = stub.responseUrl(id("r"));
        slack.command("Who founded Kestrel Instruments?", url);
        String value = new Message(response(url)).value(Buttons.SHARE);

        slack.press("U1", Buttons.SHARE, value, stub.responseUrl("share"));
        slack.press("U1", Buttons.SHARE, value, stub.responseUrl("share"));

        SlackStub.await(() -> shared().size() == 1);
        assertThat(shared().getFirst().shown()).contains("<@U1> asked: ").contains("Maria Oduya");
    }

    private List<Message> shared() {
        return stub.messages().stream()
                .filter(message -> message.shown().contains("asked: Who founded"))
                .toList();
    }

    @Test
    void sharesThroughTheResponseUrlWhereItIsNotInTheChannel() {
        String url = stub.responseUrl(id("r"));
        slack.command("How long does the battery of the gauge last?", url);
        String value = new Message(response(url)).value(Buttons.SHARE);
        stub.refuse("chat.postMessage", "not_in_channel");
        String shareUrl = stub.responseUrl(id("share"));
        try {
            slack.press("U1", Buttons.SHARE, value, shareUrl);

            JsonObject shared = response(shareUrl);
            assertThat(shared.get("response_type").getAsString()).isEqualTo("in_channel");
            assertThat(new Message(shared).shown()).contains("300 hours");
        } finally {
            stub.allow("chat.postMessage");
        }
    }

    @Test
    void saysPlainlyThatTheDocumentsDoNotHoldIt() {
        String channel = id("C");
        String ts = ts();

        slack.event(mention(channel, ts, "What is the population of Brazil?"));

        assertThat(stub.awaitThread(channel, ts, 1).getFirst().shown())
                .startsWith("*This is not in the documents.*")
                .contains("*Closest passages*, which do not answer it")
                .doesNotContain("*Sources*");
    }

    @Test
    void saysThatAQuestionIsTooLong() {
        String channel = id("C");
        String ts = ts();

        slack.event(mention(channel, ts, "why ".repeat(600)));

        assertThat(stub.awaitThread(channel, ts, 1).getFirst().shown()).contains("at most 2,000 characters");
    }

    @Test
    void saysWhatItDoesWhereItIsOnlyMentioned() {
        String channel = id("C");
        String ts = ts();

        slack.event(mention(channel, ts, " "));

        assertThat(stub.awaitThread(channel, ts, 1).getFirst().shown())
                .contains("I answer questions from your documents");
    }

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

    @Test
    void notesFeedbackOfEachReaderAndTheLastOfEach() {
        String channel = id("C");
        String ts = ts();
        slack.event(mention(channel, ts, QUESTION));
        String value = stub.awaitThread(channel, ts, 1).getFirst().value(Buttons.FEEDBACK);
        String answer = value.split(" ")[1];
        int before = stub.calls("response").size();

        slack.press("U1", Buttons.FEEDBACK, value, stub.responseUrl("f"));
        slack.press("U2", Buttons.FEEDBACK, value, stub.responseUrl("f"));
        slack.press("U2", Buttons.FEEDBACK, value.replace('+', '-'), stub.responseUrl("f"));

        stub.awaitResponses(before + 3);
        assertThat(stub.calls("response").getLast().message().text()).startsWith("Thank you!");
        var history = service.context().getBean(History.class);
        assertThat(history.feedback(answer, "slack:T1:U1"))
                .get()
                .extracting(f -> f.helpful())
                .isEqualTo(true);
        assertThat(history.feedback(answer, "slack:T1:U2"))
                .get()
                .extracting(f -> f.helpful())
                .isEqualTo(false);
    }

    @Test
    void sendsPlainButtonsWhereSlackHasNoFeedbackButtons() {
        String url = stub.responseUrl(id("r"));
        String name = url.substring(url.lastIndexOf('/') + 1);
        stub.failOnce(name, new SlackStub.Trouble(400, null, false, Duration.ZERO, "invalid_blocks"));

        slack.command(QUESTION, url);

        SlackStub.await(() -> stub.calls("response").stream()
                        .filter(call -> call.field("url").equals(name))
                        .count()
                == 2);
        Message second = stub.calls("response").stream()
                .filter(call -> call.field("url").equals(name))
                .toList()
                .getLast()
                .message();
        assertThat(second.value(Buttons.HELPFUL)).startsWith("+ ");
        assertThat(second.value(Buttons.UNHELPFUL)).startsWith("- ");
        slack.press("U1", Buttons.UNHELPFUL, second.value(Buttons.UNHELPFUL), "");
        String answer = second.value(Buttons.HELPFUL).split(" ")[1];
        var history = service.context().getBean(History.class);
        SlackStub.await(() -> history.feedback(answer, "slack:T1:U1").isPresent());
    }

    @Test
    void answersCommandsOfOneTriggerOnce() {
        String url = stub.responseUrl(id("r"));
        String name = url.substring(url.lastIndexOf('/') + 1);
        Map<String, String> fields = Map.of("text", QUESTION, "response_url", url, "trigger_id", id("same"));

        slack.command(fields);
        slack.command(fields);

        response(url);
        String after = stub.responseUrl(id("r"));
        slack.command(QUESTION, after);
        response(after);
        assertThat(stub.calls("response"))
                .filteredOn(call -> call.field("url").equals(name))
                .hasSize(1);
    }
}
