package io.docent.model;

import dev.langchain4j.model.TokenCountEstimator;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiTokenCountEstimator;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the language model that the settings name; there is none without a provider. Neither requests nor responses are
 * logged, and nothing is tried again here: whoever asks the model knows whether that is worth it.
 */
@Factory
final class LanguageModels {

    private static final Logger LOG = LoggerFactory.getLogger(LanguageModels.class);

    private static final String ON = "^(?!\\s*(?i:none)\\s*$).+";

    @Singleton
    @Requires(property = "docent.llm.provider", pattern = ON)
    StreamingChatModel streaming(LlmSettings settings) {
        LOG.info("Answers are written by {} at {}", settings.label(), settings.address());
        var client = new ModelHttpClient.Builder(settings);
        return switch (settings.kind()) {
            case NONE -> throw new IllegalStateException("there is no language model without a provider");
            case OPENAI ->
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(client)
                        .baseUrl(settings.address())
                        .apiKey(settings.apiKey())
                        .modelName(settings.model())
                        .temperature(settings.temperature())
                        .maxTokens(ofOthers(settings))
                        .maxCompletionTokens(ofOpenAi(settings))
                        .build();
            case OLLAMA ->
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(client)
                        .baseUrl(settings.address())
                        .modelName(settings.model())
                        .temperature(settings.temperature())
                        .numPredict(settings.maxTokens())
                        .numCtx(context(settings))
                        .build();
            case ANTHROPIC ->
                AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(client)
                        .baseUrl(settings.address())
                        .apiKey(settings.apiKey())
                        .modelName(settings.model())
                        .temperature(settings.temperature())
                        .maxTokens(settings.maxTokens())
                        .build();
        };
    }

    @Singleton
    @Requires(property = "docent.llm.provider", pattern = ON)
    ChatModel whole(LlmSettings settings) {
        var client = new ModelHttpClient.Builder(settings);
        return switch (settings.kind()) {
            case NONE -> throw new IllegalStateException("there is no language model without a provider");
            case OPENAI ->
                OpenAiChatModel.builder()
                        .httpClientBuilder(client)
                        .baseUrl(settings.address())
                        .apiKey(settings.apiKey())
                        .modelName(settings.model())
                        .temperature(0.0)
                        .maxTokens(ofOthers(settings))
                        .maxCompletionTokens(ofOpenAi(settings))
                        .maxRetries(0)
                        .build();
            case OLLAMA ->
                OllamaChatModel.builder()
                        .httpClientBuilder(client)
                        .baseUrl(settings.address())
                        .modelName(settings.model())
                        .temperature(0.0)
                        .numPredict(settings.maxTokens())
                        .numCtx(context(settings))
                        .maxRetries(0)
                        .build();
            case ANTHROPIC ->
                AnthropicChatModel.builder()
                        .httpClientBuilder(client)
                        .baseUrl(settings.address())
                        .apiKey(settings.apiKey())
                        .modelName(settings.model())
                        .temperature(0.0)
                        .maxTokens(settings.maxTokens())
                        .maxRetries(0)
                        .build();
        };
    }

    /** Counts as OpenAI's model of that name does; other models' own tokenizers are not to be had here. */
    @Singleton
    @Requires(property = "docent.llm.provider", pattern = ON)
    TokenCountEstimator tokens(LlmSettings settings) {
        if (settings.kind() == LlmSettings.LlmProvider.OPENAI) {
            OpenAiTokenCountEstimator own = estimator(settings.model());
            if (own != null) {
                return own;
            }
        }
        return new OtherTokens(new OpenAiTokenCountEstimator(OtherTokens.STAND_IN));
    }

    private static @Nullable OpenAiTokenCountEstimator estimator(@Nullable String model) {
        try {
            return new OpenAiTokenCountEstimator(model);
        } catch (IllegalArgumentException e) {
            return null; // a model of somebody else behind the same protocol
        }
    }

    /** OpenAI's own server refuses the old name of this parameter with newer models; others know no new one. */
    private static @Nullable Integer ofOpenAi(LlmSettings settings) {
        return settings.baseUrl() == null ? settings.maxTokens() : null;
    }

    private static @Nullable Integer ofOthers(LlmSettings settings) {
        return settings.baseUrl() == null ? null : settings.maxTokens();
    }

    /** Ollama cuts off the beginning of a prompt, without a word, when it is longer than the window it was told. */
    private static int context(LlmSettings settings) {
        int needed = 2 * settings.passageTokens() + settings.maxTokens();
        return Math.max(4096, Integer.highestOneBit(needed - 1) << 1);
    }
}
