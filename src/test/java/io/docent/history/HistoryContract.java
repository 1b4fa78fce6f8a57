package io.docent.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.SettableClock;
import io.docent.answer.Citation;
import io.docent.answer.Sentence;
import io.docent.answer.Support;
import io.docent.document.DocumentId;
import io.docent.history.History.Feedback;
import io.docent.passage.Span;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What history keeps and erases, whichever database it is kept in. */
abstract class HistoryContract {

    private static final String ALICE = "alice";
    private static final String BOB = "bob";

    @TempDir
    Path data;

    private ApplicationContext context;
    private History history;
    private SettableClock clock;

    /** Settings of the database; each test has an empty one of its own. */
    abstract Map<String, Object> database();

    @BeforeEach
    void start() {
        Map<String, Object> settings = new HashMap<>(database());
        settings.put("docent.data", data.toString());
        settings.put("docent.history.keep", "30d");
        settings.put("docent.test.clock", true);
        context = ApplicationContext.builder().properties(settings).start();
        history = context.getBean(History.class);
        clock = context.getBean(SettableClock.class);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    private void restart() {
        stop();
        start();
    }

    @Test
    void givesBackATurnAsItWas() {
        Turn turn = turn("t1", "c1", "Wie weit flog die „Rakete“? 😀\n\t'; drop table turn; --");

        history.append(turn, ALICE);

        assertThat(history.turn("t1", ALICE)).contains(turn);
        assertThat(history.turns("c1", ALICE)).containsExactly(turn);
    }

    @Test
    void survivesARestart() {
        Turn first = turn("t1", "c1", "How far?");
        history.append(first, ALICE);
        history.rate("t1", ALICE, true, "fine");

        restart();

        assertThat(history.turns("c1", ALICE)).containsExactly(first);
        assertThat(history.feedback("t1", ALICE)).contains(new Feedback(true, "fine"));
        history.append(turn("t2", "c1", "Why?"), ALICE);
        assertThat(history.conversation("c1", ALICE).orElseThrow().turns()).isEqualTo(2);
    }

    @Test
    void keepsTurnsInTheOrderTheyWereAsked() {
        for (int i = 0; i < 12; i++) {
            history.append(turn("t" + i, "c1", "Question " + i), ALICE);
        }

        assertThat(history.turns("c1", ALICE))
                .extracting(Turn::question)
                .startsWith("Question 0", "Question 1")
                .endsWith("Question 11");
    }

    @Test
    void titlesAConversationByItsFirstQuestion() {
        history.append(turn("t1", "c1", "What  is\nthis?"), ALICE);
        history.append(turn("t2", "c1", "And that?"), ALICE);
        history.append(turn("t3", "c2", "word ".repeat(399)), ALICE);
        history.append(turn("t4", "c3", "😀".repeat(1_000)), ALICE);

        assertThat(title("c1")).isEqualTo("What is this?");
        assertThat(title("c2")).hasSizeLessThanOrEqualTo(121).endsWith("word…");
        assertThat(title("c3")).endsWith("😀…").hasSizeLessThanOrEqualTo(122);
    }

    private String title(String conversation) {
        return history.conversation(conversation, ALICE).orElseThrow().title();
    }

    @Test
    void listsTheMostRecentlyContinuedFirst() {
        history.append(turn("t1", "c1", "One?"), ALICE);
        clock.pass(Duration.ofMinutes(1));
        history.append(turn("t2", "c2", "Two?"), ALICE);
        clock.pass(Duration.ofMinutes(1));
        history.append(turn("t3", "c1", "Three?"), ALICE);

        assertThat(history.conversations(ALICE))
                .containsExactly(
                        new Conversation("c1", "One?", clock.instant(), 2),
                        new Conversation("c2", "Two?", clock.instant().minusSeconds(60), 1));
    }

    @Test
    void keepsThePeopleApart() {
        history.append(turn("t1", "c1", "One?"), ALICE);

        assertThat(history.conversation("c1", BOB)).isEmpty();
        assertThat(history.conversations(BOB)).isEmpty();
        assertThat(history.turns("c1", BOB)).isEmpty();
        assertThat(history.turn("t1", BOB)).isEmpty();
        assertThat(history.rate("t1", BOB, true, null)).isFalse();
        assertThat(history.delete("c1", BOB)).isFalse();
        assertThat(history.deleteAll(BOB)).isZero();
        assertThat(history.turn("t1", ALICE)).isPresent();
    }

    @Test
    void deletesAConversationWithItsTurnsAndFeedback() {
        history.append(turn("t1", "c1", "One?"), ALICE);
        history.append(turn("t2", "c2", "Two?"), ALICE);
        history.rate("t1", ALICE, true, null);

        boolean deleted = history.delete("c1", ALICE);

        assertThat(deleted).isTrue();
        assertThat(history.turn("t1", ALICE)).isEmpty();
        assertThat(history.feedback("t1", ALICE)).isEmpty();
        assertThat(history.turn("t2", ALICE)).isPresent();
        assertThat(history.delete("c1", ALICE)).isFalse();
    }

    @Test
    void deletesAllThatIsKnownOfAPerson() {
        history.append(turn("t1", "c1", "One?"), ALICE);
        history.append(turn("t2", "c2", "Two?"), ALICE);
        history.append(turn("t3", "c3", "Three?"), BOB);
        history.rate("t3", BOB, ALICE, true, "of somebody else's answer");

        assertThat(history.deleteAll(ALICE)).isEqualTo(2);

        assertThat(history.feedback("t3", ALICE)).isEmpty();
        assertThat(history.conversations(ALICE)).isEmpty();
        assertThat(history.conversations(BOB)).hasSize(1);
    }

    @Test
    void keepsTheLastFeedbackOfAPerson() {
        history.append(turn("t1", "c1", "One?"), ALICE);

        history.rate("t1", ALICE, false, "wrong");
        history.rate("t1", ALICE, true, null);

        assertThat(history.feedback("t1", ALICE)).contains(new Feedback(true, null));
    }

    @Test
    void keepsTheLastFeedbackOfEachReaderOfAnAnswerThatIsShared() {
        history.append(turn("t1", "c1", "One?"), ALICE);

        history.rate("t1", ALICE, BOB, true, null);
        history.rate("t1", ALICE, BOB, false, "wrong");
        history.rate("t1", ALICE, true, null);

        assertThat(history.feedback("t1", BOB)).contains(new Feedback(false, "wrong"));
        assertThat(history.feedback("t1", ALICE)).contains(new Feedback(true, null));
        assertThat(history.rate("t1", BOB, ALICE, true, null)).isFalse();
    }

    @Test
    void erasesWhatWasNotContinuedForAsLongAsItIsKept() {
        history.append(turn("t1", "c1", "Old?"), ALICE);
        history.append(turn("t2", "c2", "Old but continued?"), ALICE);
        clock.pass(Duration.ofDays(20));
        history.append(turn("t3", "c2", "Continued?"), ALICE);
        clock.pass(Duration.ofDays(10).plusSeconds(1));

        history.eraseOld();

        assertThat(history.conversations(ALICE)).extracting(Conversation::id).containsExactly("c2");
        assertThat(history.turn("t1", ALICE)).isEmpty();
        assertThat(history.turn("t2", ALICE)).isPresent();
    }

    @Test
    void erasesNothingBefore() {
        history.append(turn("t1", "c1", "Old?"), ALICE);
        clock.pass(Duration.ofDays(30));

        history.eraseOld();

        assertThat(history.turn("t1", ALICE)).isPresent();
    }

    private Turn turn(String id, String conversation, String question) {
        Citation citation = new Citation(
                1,
                new DocumentId("d1"),
                "A “title”",
                "folder/a.pdf",
                3,
                List.of("One", "Two"),
                "quote",
                new Span(7, 12),
                "0".repeat(64));
        Citation without = new Citation(
                2, new DocumentId("d2"), "B", "b.txt", null, List.of(), "x", new Span(0, 1), "1".repeat(64));
        return new Turn(
                id,
                conversation,
                question,
                question + " (made to stand alone)",
                Turn.Status.ANSWERED,
                "An answer [1].",
                List.of(
                        new Sentence("An answer.", List.of(1), Support.QUOTED, null),
                        new Sentence("A guess.", List.of(), Support.UNSUPPORTED, "the number is not there")),
                List.of(citation, without),
                List.of(without),
                "extractive",
                null,
                12,
                clock.instant());
    }
}
