package io.docent.channel.slack;

import static io.docent.channel.slack.SlackClient.id;
import static io.docent.channel.slack.SlackClient.mention;
import static io.docent.channel.slack.SlackClient.message;
import static io.docent.channel.slack.SlackClient.reply;
import static io.docent.channel.slack.SlackClient.ts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.docent.HttpApi.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ways in which somebody asks in Slack by a message. */
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
        SlackMessage answer = stub.awaitThread(channel, ts, 1).getFirst();
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

        List<SlackMessage> answers = stub.awaitThread(channel, thread, 2);
        assertThat(answers.getFirst().shown()).contains("31 million");
        assertThat(answers.getLast().shown()).contains("36 million");
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
}
