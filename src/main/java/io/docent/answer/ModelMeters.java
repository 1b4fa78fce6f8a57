package io.docent.answer;

import dev.langchain4j.model.output.TokenUsage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What the language model is asked, and what comes of it. For any thread. */
final class ModelMeters {

    private final MeterRegistry meters;

    ModelMeters(MeterRegistry meters) {
        this.meters = meters;
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

    /** One more answer was written, failed, or refused since the model is left alone. */
    void answer(String outcome) {
        Counter.builder("docent.llm.answers")
                .description("Answers that a language model was to write, by what came of them")
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    /** A request that failed is sent again. */
    void retry() {
        Counter.builder("docent.llm.retries")
                .description(
                        "Requests to the language model that were sent again, since they failed for a passing reason")
                .register(meters)
                .increment();
    }

    /** What an answer cost; nothing where the provider does not tell. */
    void tokens(@Nullable TokenUsage usage) {
        if (usage != null) {
            tokens("in", usage.inputTokenCount());
            tokens("out", usage.outputTokenCount());
        }
    }

    private void tokens(String direction, @Nullable Integer count) {
        Counter.builder("docent.llm.tokens")
                .description("Tokens as the provider counts them: of prompts (in) and of answers (out)")
                .tag("direction", direction)
                .register(meters)
                .increment(count == null ? 0 : count);
    }
}
