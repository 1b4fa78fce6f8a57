package io.docent.channel.openai;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Tokens of a completion.
 *
 * @param prompt_tokens of what was sent, or as the language model's provider counts its prompt
 * @param completion_tokens of what was answered, or as the provider counts it
 * @param total_tokens both together
 */
@Serdeable
record UsageJson(int prompt_tokens, int completion_tokens, int total_tokens) {

    static UsageJson of(int prompt, int completion) {
        return new UsageJson(prompt, completion, prompt + completion);
    }
}
