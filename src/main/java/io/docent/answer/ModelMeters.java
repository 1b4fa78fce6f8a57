package io.docent.answer;

import dev.langchain4j.model.output.TokenUsage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What the language model is asked, and what comes of it. For any thread. */
final class ModelMeters {

    /** What comes of an answer; refused is one that the model is not asked for, since it is left alone. */
    static final String WRITTEN = "written";

    static final String FAILED = "failed";
    static final String REFUSED = "refused";

    private static final String IN = "in";
    private static final String OUT = "out";

    private final MeterRegistry meters;

    /** At zero from the start, with a model and without: what comes up with its first event is an event that no rate has. */
    ModelMeters(MeterRegistry meters) {
        this.meters = meters;
        for (String outcome : List.of(WRITTEN, FAILED, REFUSED)) {
            answers(outcome);
        }
        retries();
        tokens(IN);
        tokens(OUT);
    }

    /** Watches what is under way. */
    void watch(IntSupplier waiting, IntSupplier writing, BooleanSupplier available) {
        Gauge.builder("docent.llm.queue", waiting::getAsInt)
                .description("Answers that wait for their turn to be written")
                .register(meters);
        Gauge.builder("docent.llm.writing", writing::getAsInt)
                .description("Answers that are being written")
                .register(meters);
        Gauge.builder("docent.llm.available", () -> available.getAsBoolean() ? 1 : 0)
                .description("0 while the language model is left alone, since it failed several times in a row")
                .register(meters);
    }

    /** There is one more of these. */
    void answer(String outcome) {
        answers(outcome).increment();
    }

    private Counter answers(String outcome) {
        return Counter.builder("docent.llm.answers")
                .description("Answers that a language model was to write, by what came of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** A request that failed is sent again. */
    void retry() {
        retries().increment();
    }

    private Counter retries() {
        return Counter.builder("docent.llm.retries")
                .description(
                        "Requests to the language model that were sent again, since they failed for a passing reason")
                .register(meters);
    }

    /** What an answer cost; nothing where the provider does not tell. */
    void tokens(@Nullable TokenUsage usage) {
        if (usage != null) {
            add(tokens(IN), usage.inputTokenCount());
            add(tokens(OUT), usage.outputTokenCount());
        }
    }

    private static void add(Counter tokens, @Nullable Integer count) {
        tokens.increment(count == null ? 0 : count);
    }

    private Counter tokens(String direction) {
        return Counter.builder("docent.llm.tokens")
                .description("Tokens as the provider counts them: of prompts (in) and of answers (out)")
                .tag("direction", direction)
                .register(meters);
    }
}
