package io.docent.channel.slack;

import static io.docent.channel.slack.SlackClient.id;
import static io.docent.channel.slack.SlackClient.mention;
import static io.docent.channel.slack.SlackClient.message;
import static io.docent.channel.slack.SlackClient.ts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.docent.HttpApi.Response;
import io.docent.history.History;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The command and the buttons under an answer. */
class CommandTest extends SlackTest {

    @Test
    void answersTheCommandToItsAskerAlone() {
        String url = stub.responseUrl(id("r"));

        Response response = slack.command(QUESTION, url);

        assertThat(response.json(200).get("response_type").text()).isEqualTo("ephemeral");
        assertThat(response.json(200).get("text").text()).startsWith("Looking through");
        JsonObject answer = response(url);
        assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
        assertThat(answer.get("replace_original").getAsBoolean()).isTrue();
        assertThat(new SlackMessage(answer).shown()).contains(ANSWER);
        assertThat(new SlackMessage(answer).value(Buttons.SHARE)).isNotEmpty();
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
        String value = new SlackMessage(response(url)).value(Buttons.SHARE);

        slack.press("U1", Buttons.SHARE, value, stub.responseUrl("share"));
        slack.press("U1", Buttons.SHARE, value, stub.responseUrl("share"));

        SlackStub.await(() -> shared().size() == 1);
        assertThat(shared().getFirst().shown()).contains("<@U1> asked: ").contains("Maria Oduya");
    }

    private List<SlackMessage> shared() {
        return stub.messages().stream()
                .filter(message -> message.shown().contains("asked: Who founded"))
                .toList();
    }

    @Test
    void sharesThroughTheResponseUrlWhereItIsNotInTheChannel() {
        String url = stub.responseUrl(id("r"));
        slack.command("How long does the battery of the gauge last?", url);
        String value = new SlackMessage(response(url)).value(Buttons.SHARE);
        stub.refuse("chat.postMessage", "not_in_channel");
        String shareUrl = stub.responseUrl(id("share"));
        try {
            slack.press("U1", Buttons.SHARE, value, shareUrl);

            JsonObject shared = response(shareUrl);
            assertThat(shared.get("response_type").getAsString()).isEqualTo("in_channel");
            assertThat(new SlackMessage(shared).shown()).contains("300 hours");
        } finally {
            stub.allow("chat.postMessage");
        }
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
        stub.failOnce(name, new Trouble(400, null, false, Duration.ZERO, "invalid_blocks"));

        slack.command(QUESTION, url);

        SlackStub.await(() -> stub.calls("response").stream()
                        .filter(call -> call.field("url").equals(name))
                        .count()
                == 2);
        SlackMessage second = stub.calls("response").stream()
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
