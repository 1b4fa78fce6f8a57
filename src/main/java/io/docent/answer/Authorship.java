package io.docent.answer;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote an answer.
 *
 * @param model {@code extractive}, or provider and model name
 * @param prompt version of the prompt; null where no model was asked
 * @param tokens what it cost; null where no model was asked, or its provider does not tell
 * @param notice of a fallback or of what was left out, for the reader; null where there is nothing to tell
 */
public record Authorship(
        String model,
        @Nullable String prompt,
        @Nullable Tokens tokens,
        @Nullable String notice) {

    /** Quoted, without a model. */
    public static final Authorship EXTRACTIVE = new Authorship("extractive", null, null, null);

    Authorship with(@Nullable String other) {
        return new Authorship(model, prompt, tokens, other);
    }

    /**
     * Tokens, as the provider counts them.
     *
     * @param in of the prompt
     * @param out of the answer
     */
    public record Tokens(int in, int out) {}
}
