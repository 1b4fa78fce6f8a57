package io.docent.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.TokenCountEstimator;
import dev.langchain4j.model.openai.OpenAiTokenCountEstimator;

/**
 * Counts tokens for models whose tokenizer is not known: OpenAI's count, and a fifth more, since smaller vocabularies cut
 * words into more pieces.
 */
final class OtherTokens implements TokenCountEstimator {

    /** The model whose tokenizer stands in. */
    static final String STAND_IN = "gpt-4o";

    private static final double MORE = 1.2;

    private final OpenAiTokenCountEstimator standIn;

    OtherTokens(OpenAiTokenCountEstimator standIn) {
        this.standIn = standIn;
    }

    @Override
    public int estimateTokenCountInText(String text) {
        return more(standIn.estimateTokenCountInText(text));
    }

    @Override
    public int estimateTokenCountInMessage(ChatMessage message) {
        return more(standIn.estimateTokenCountInMessage(message));
    }

    @Override
    public int estimateTokenCountInMessages(Iterable<ChatMessage> messages) {
        return more(standIn.estimateTokenCountInMessages(messages));
    }

    private static int more(int tokens) {
        return (int) Math.ceil(MORE * tokens);
    }
}
