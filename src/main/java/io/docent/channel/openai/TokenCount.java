package io.docent.channel.openai;

import dev.langchain4j.model.openai.OpenAiTokenCountEstimator;
import io.docent.history.Turn;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts the tokens of requests and answers. For any thread. */
@Singleton
final class TokenCount {

    /** The model whose tokenizer counts what no provider has counted. */
    private static final String COUNTED_AS = "gpt-4o";

    // Read when it is first needed: it is large.
    private volatile @Nullable OpenAiTokenCountEstimator estimator;

    /** As the provider of the language model counted; where there is none, what was sent and what is answered. */
    UsageJson of(Turn turn, Supplier<String> sent, String answered) {
        Integer in = turn.tokensIn();
        Integer out = turn.tokensOut();
        return in == null || out == null ? of(sent.get(), answered) : UsageJson.of(in, out);
    }

    UsageJson of(String sent, String answered) {
        return UsageJson.of(count(sent), count(answered));
    }

    private int count(String text) {
        OpenAiTokenCountEstimator counting = estimator;
        if (counting == null) {
            counting = new OpenAiTokenCountEstimator(COUNTED_AS);
            estimator = counting;
        }
        return counting.estimateTokenCountInText(text);
    }
}
