package io.docent.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.SettableClock;
import io.docent.answer.Citation;
import io.docent.answer.Sentence;
import io.docent.answer.Support;
import io.docent.document.DocumentId;
import io.docent.history.Gap.Wording;
import io.docent.passage.Span;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as a gap, what becomes of it, whichever database the history is kept in. */
abstract class GapsContract {

    private static final String ALICE = "alice";
    private static final String BOB = "slack:T1:C1:1.2";

    @TempDir
    Path data;

    private ApplicationContext context;
    private History history;
    private Gaps gaps;
    private SettableClock clock;
    private int asked;

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
        gaps = context.getBean(Gaps.class);
        clock = context.getBean(SettableClock.class);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    /** A second later than what was asked before. */
    private String ask(
            String person, @Nullable String channel, String question, Turn.Status status, Support... support) {
        clock.pass(Duration.ofSeconds(1));
        asked++;
        Citation citation = new Citation(
                1, new DocumentId("d1"), "A", "a.md", null, List.of(), "x", new Span(0, 1), "0".repeat(64));
        List<Sentence> sentences = Arrays.stream(support)
                .map(verdict -> new Sentence(
                        "A sentence.", List.of(1), verdict, verdict == Support.UNSUPPORTED ? "it is not there" : null))
                .toList();
        Turn turn = new Turn(
                "t" + asked,
                "c" + asked,
                question,
                question,
                status,
                "…",
                sentences,
                sentences.isEmpty() ? List.of() : List.of(citation),
                status == Turn.Status.NOT_FOUND ? List.of(citation) : List.of(),
                "extractive",
                null,
                12,
                clock.instant());
        history.append(turn, person, channel, 0);
        return turn.id();
    }

    private String notFound(String question) {
        return ask(ALICE, "http", question, Turn.Status.NOT_FOUND);
    }

    private List<Gap> open() {
        return gaps.find(false, 100).gaps();
    }

    private List<Gap> done() {
        return gaps.find(true, 100).gaps();
    }

    @Test
    void whatFoundNothingWasNotBorneOutOrDidNotHelpIsAGapAndNothingElse() {
        notFound("How do I cancel my subscription?");
        ask(
                ALICE,
                "http",
                "What does the enterprise plan cost?",
                Turn.Status.ANSWERED,
                Support.SUPPORTED,
                Support.UNSUPPORTED);
        String poor = ask(ALICE, "http", "Who founded the company?", Turn.Status.ANSWERED, Support.QUOTED);
        String good = ask(ALICE, "http", "When does the office open?", Turn.Status.ANSWERED, Support.QUOTED);
        ask(ALICE, "http", "Where are the backups?", Turn.Status.ANSWERED, Support.QUOTED);
        history.rate(poor, ALICE, false, "It names the wrong person.");
        history.rate(good, ALICE, true, "Thanks.");

        assertThat(open())
                .extracting(Gap::question, Gap::kinds)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("How do I cancel my subscription?", Map.of(GapKind.NOT_FOUND, 1)),
                        Tuple.tuple("What does the enterprise plan cost?", Map.of(GapKind.UNSUPPORTED, 1)),
                        Tuple.tuple("Who founded the company?", Map.of(GapKind.UNHELPFUL, 1)));
        assertThat(open().stream().flatMap(gap -> gap.comments().stream()))
                .containsExactly("It names the wrong person.");
    }

    @Test
    void questionsOfOneMeaningAreOneGapOfAllPeopleAndChannels() {
        Instant before = clock.instant();
        notFound("How do I cancel my subscription?");
        notFound("Where are the backups stored?");
        ask(BOB, "slack", "cancel subscription", Turn.Status.NOT_FOUND);
        ask(BOB, null, "How do I  cancel my subscription?", Turn.Status.NOT_FOUND);

        Gaps.Found found = gaps.find(false, 100);

        assertThat(found.total()).isEqualTo(2);
        assertThat(found.asked()).isEqualTo(4);
        Gap gap = found.gaps().getFirst();
        assertThat(gap.id()).isEqualTo("t1");
        assertThat(gap.asked()).isEqualTo(3);
        assertThat(gap.open()).isEqualTo(3);
        assertThat(gap.wordings())
                .containsExactly(
                        new Wording("How do I cancel my subscription?", 2), new Wording("cancel subscription", 1));
        assertThat(gap.channels()).containsExactly("http", "slack");
        assertThat(gap.firstAsked()).isEqualTo(before.plusSeconds(1));
        assertThat(gap.lastAsked()).isEqualTo(before.plusSeconds(4));
        assertThat(gap.doneAt()).isNull();
    }

    @Test
    void theLimitIsKeptAndTheRestIsCounted() {
        notFound("How do I cancel my subscription?");
        notFound("Where are the backups stored?");

        Gaps.Found found = gaps.find(false, 1);

        assertThat(found.gaps()).extracting(Gap::question).containsExactly("Where are the backups stored?");
        assertThat(found.total()).isEqualTo(2);
    }

    @Test
    void smallTalkIsNoneEvenWhereItDidNotHelpNorIsWhatNamesNothing() {
        String talk = ask(ALICE, "http", "Hello!", Turn.Status.ANSWERED);
        history.rate(talk, ALICE, false, null);
        notFound("What about it?");

        assertThat(open()).isEmpty();
    }

    @Test
    void whatIsErasedIsNoGapAnyMore() {
        notFound("How do I cancel my subscription?");
        String second = notFound("cancel subscription");
        gaps.done(second, Instant.MAX);

        history.delete("c1", ALICE);

        assertThat(done()).singleElement().satisfies(gap -> {
            assertThat(gap.id()).isEqualTo(second);
            assertThat(gap.asked()).isEqualTo(1);
        });
        clock.pass(Duration.ofDays(31));
        history.eraseOld();
        assertThat(done()).isEmpty();
        assertThat(open()).isEmpty();
    }

    @Test
    void whoeverChangesTheirMindTakesTheGapBack() {
        String poor = ask(ALICE, "http", "Who founded the company?", Turn.Status.ANSWERED, Support.QUOTED);
        history.rate(poor, ALICE, false, "wrong");

        history.rate(poor, ALICE, true, null);

        assertThat(open()).isEmpty();
    }

    @Test
    void aGapIsDoneUntilItIsAskedAgain() {
        String first = notFound("How do I cancel my subscription?");
        Instant seen = clock.instant();

        assertThat(gaps.done(first, seen))
                .hasValueSatisfying(gap -> assertThat(gap.isDone()).isTrue());

        assertThat(open()).isEmpty();
        assertThat(done()).extracting(Gap::doneAt).containsExactly(seen);
        ask(BOB, "slack", "cancel subscription", Turn.Status.NOT_FOUND);
        assertThat(done()).isEmpty();
        assertThat(open()).singleElement().satisfies(gap -> {
            assertThat(gap.asked()).isEqualTo(2);
            assertThat(gap.open()).isEqualTo(1);
            assertThat(gap.doneAt()).isEqualTo(seen);
        });
    }

    @Test
    void whatWasAskedAfterItWasSeenStaysOpen() {
        String first = notFound("How do I cancel my subscription?");
        Instant seen = clock.instant();
        notFound("cancel subscription");

        gaps.done(first, seen);

        assertThat(open())
                .singleElement()
                .satisfies(gap -> assertThat(gap.open()).isEqualTo(1));
    }

    @Test
    void doneIsTakenBackAndDoneTwiceIsDoneOnce() {
        String first = notFound("How do I cancel my subscription?");
        gaps.done(first, Instant.MAX);
        gaps.done(first, Instant.MAX);

        assertThat(gaps.reopen(first))
                .hasValueSatisfying(gap -> assertThat(gap.isDone()).isFalse());

        assertThat(open()).extracting(Gap::doneAt).containsExactly((Instant) null);
        assertThat(done()).isEmpty();
    }

    @Test
    void whatIsNoGapCannotBeDone() {
        ask(ALICE, "http", "When does the office open?", Turn.Status.ANSWERED, Support.QUOTED);

        assertThat(gaps.done("t1", Instant.MAX)).isEmpty();
        assertThat(gaps.done("'; drop table turn; --", Instant.MAX)).isEmpty();
        assertThat(gaps.reopen("none")).isEmpty();
    }

    @Test
    void sentencesThatWereLeftOutCountAsNotBorneOut() {
        clock.pass(Duration.ofSeconds(1));
        Turn turn = new Turn(
                "t1",
                "c1",
                "What does the enterprise plan cost?",
                "What does the enterprise plan cost?",
                Turn.Status.ANSWERED,
                "…",
                List.of(new Sentence("It is billed monthly.", List.of(1), Support.SUPPORTED, null)),
                List.of(),
                List.of(),
                "openai/m",
                null,
                1,
                clock.instant());

        history.append(turn, ALICE, "http", 2);

        assertThat(open()).extracting(Gap::kinds).containsExactly(Map.of(GapKind.UNSUPPORTED, 1));
    }

    @Test
    void theSameHistoryGivesTheSameGapsWhateverWasAskedForBefore() {
        for (String question : List.of(
                "How do I cancel my subscription?",
                "cancel subscription",
                "How do I renew my subscription?",
                "Where can I terminate my subscription?",
                "subscription renewal, how does it work?",
                "Where are the backups stored?")) {
            notFound(question);
        }
        List<Gap> before = open();

        stop();
        start();

        assertThat(open()).isEqualTo(before).isEqualTo(open());
    }
}
