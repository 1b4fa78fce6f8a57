package io.docent.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.chat.ChatEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that take a while to write. */
class AnswerStreamTest {

    private static final Work.Asked ASKED =
            new Work.Asked("T1", "C1", "U1", "T1", "1.000001", "1.000001", "Why?", SlackStub.BOT, false, false);

    private final SlackStub stub = new SlackStub();
    private final SlackSettings settings = new SlackSettings(
            "secret",
            "xoxb-1",
            stub.apiUrl(),
            "always",
            List.of(),
            List.of(),
            List.of(),
            10,
            Duration.ofSeconds(2),
            Duration.ofSeconds(10));
    private final WebApi api = new WebApi(settings);
    private final Poster poster = new Poster(api);
    private final Mark mark = Mark.of("slack:event:Ev1");
    private final Post post =
            new Post("C1", "1.000001", "1.000001", SlackStub.BOT, mark, AnswerBlocks.notice("The whole answer.", mark));

    @AfterEach
    void stop() throws Exception {
        api.stop();
        stub.close();
    }

    private static void write(AnswerStream stream, String... pieces) throws InterruptedException {
        for (String piece : pieces) {
            stream.accept(new ChatEvent.Piece(piece));
            Thread.sleep(600);
        }
    }

    @Test
    void areShownAsTheyAreWrittenAndReplacedByTheWhole() throws Exception {
        AnswerStream stream = new AnswerStream(api, ASKED);

        write(stream, "One <!channel> ", "two [x](http://y) ", "three ", "four ", "five ");
        stream.finish(post, poster, false);

        assertThat(stub.calls("chat.startStream"))
                .singleElement()
                .satisfies(call -> assertThat(call.form())
                        .containsEntry("thread_ts", "1.000001")
                        .containsEntry("recipient_user_id", "U1")
                        .containsEntry("recipient_team_id", "T1")
                        .containsEntry("markdown_text", "One &lt;!channel&gt; two \\[x]\\(http:/\u2060/y) three"));
        assertThat(stub.calls("chat.appendStream")).hasSize(1);
        assertThat(stub.calls("chat.stopStream")).hasSize(1);
        assertThat(stub.calls("chat.postMessage")).isEmpty();
        assertThat(stub.thread("C1", "1.000001"))
                .singleElement()
                .satisfies(message -> assertThat(message.shown()).isEqualTo("The whole answer.\n"));
    }

    @Test
    void arePostedWholeWhereTheyAreThereAtOnce() {
        AnswerStream stream = new AnswerStream(api, ASKED);

        stream.accept(new ChatEvent.Piece("One "));
        stream.accept(new ChatEvent.Piece("two "));
        stream.finish(post, poster, false);

        assertThat(stub.calls("chat.startStream")).isEmpty();
        assertThat(stub.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void arePostedWholeWhereSlackDoesNotStream() throws Exception {
        stub.refuse("chat.startStream", "unknown_method");
        AnswerStream stream = new AnswerStream(api, ASKED);

        write(stream, "One ", "two ", "three ", "four ");
        stream.finish(post, poster, false);

        assertThat(stub.calls("chat.startStream")).hasSize(1);
        assertThat(stub.thread("C1", "1.000001"))
                .singleElement()
                .satisfies(message -> assertThat(message.shown()).isEqualTo("The whole answer.\n"));
    }

    @Test
    void areNotPostedBesideAStreamOfWhichNobodyKnowsWhetherItBegan() throws Exception {
        stub.failOnce("chat.startStream", new Trouble(500, null, true, Duration.ZERO, "oops"));
        AnswerStream stream = new AnswerStream(api, ASKED);

        write(stream, "One ", "two ", "three ", "four ");
        stream.finish(post, poster, false);

        assertThat(stub.calls("chat.postMessage")).isEmpty();
        assertThat(stub.thread("C1", "1.000001"))
                .singleElement()
                .satisfies(message -> assertThat(message.shown()).isEqualTo("The whole answer.\n"));
    }
}
