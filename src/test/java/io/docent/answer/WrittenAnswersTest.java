package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.answer.Answer.Answered;
import io.docent.answer.AnswerEvent.Piece;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class WrittenAnswersTest {

    private static final WrittenAnswers.Key KEY = new WrittenAnswers.Key("Who?", List.of(), "prompt-1", "stub");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger written = new AtomicInteger();
    private final WrittenAnswers answers = answers(Duration.ofMinutes(10));

    private WrittenAnswers answers(Duration kept) {
        return new WrittenAnswers(new AnswerSettings("mark", kept, null), meters, nanos::get);
    }

    private Supplier<Answer> writer(Authorship authorship) {
        return () -> {
            written.incrementAndGet();
            return new Answered(
                    "It was Oduya.",
                    List.of(new Sentence("It was Oduya.", List.of(), Support.SUPPORTED, null)),
                    List.of(),
                    new Explanation(List.of(), 1, 0),
                    authorship);
        };
    }

    private static Authorship byModel() {
        return new Authorship("openai/stub", "prompt-1", new Authorship.Tokens(10, 5), null, 0);
    }

    @Test
    void theSameQuestionIsWrittenOnceAndToldToWhoeverAsks() {
        List<AnswerEvent> told = new ArrayList<>();
        answers.get(KEY, event -> {}, writer(byModel()));

        Answer again = answers.get(KEY, told::add, writer(byModel()));

        assertThat(written).hasValue(1);
        assertThat(again.authorship()).isEqualTo(byModel());
        assertThat(told).contains(new Piece("It was Oduya."));
    }

    @Test
    void anAnswerIsForgottenAfterItsTime() {
        answers.get(KEY, event -> {}, writer(byModel()));
        nanos.addAndGet(Duration.ofMinutes(9).toNanos());
        answers.get(KEY, event -> {}, writer(byModel()));
        assertThat(written).hasValue(1);

        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        answers.get(KEY, event -> {}, writer(byModel()));

        assertThat(written).hasValue(2);
    }

    @Test
    void anotherPromptOrModelWritesItAnew() {
        answers.get(KEY, event -> {}, writer(byModel()));

        answers.get(new WrittenAnswers.Key("Who?", List.of(), "prompt-2", "stub"), event -> {}, writer(byModel()));
        answers.get(new WrittenAnswers.Key("Who?", List.of(), "prompt-1", "other"), event -> {}, writer(byModel()));

        assertThat(written).hasValue(3);
    }

    @Test
    void nothingIsKeptWhereItsTimeIsNought() {
        WrittenAnswers forgetful = answers(Duration.ZERO);
        forgetful.get(KEY, event -> {}, writer(byModel()));

        forgetful.get(KEY, event -> {}, writer(byModel()));

        assertThat(written).hasValue(2);
    }

    @Test
    void whatStoodInForTheModelIsNotKept() {
        answers.get(KEY, event -> {}, writer(Authorship.EXTRACTIVE));

        answers.get(KEY, event -> {}, writer(byModel()));

        assertThat(written).hasValue(2);
    }

    @Test
    void afterAFailureTheNextOneWritesIt() {
        assertThatThrownBy(() -> answers.get(KEY, event -> {}, () -> {
                    throw new IllegalStateException("gone");
                }))
                .hasMessage("gone");

        answers.get(KEY, event -> {}, writer(byModel()));

        assertThat(written).hasValue(1);
    }
}
