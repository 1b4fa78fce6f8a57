package io.docent.answer;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote an answer.
 *
 * @param model {@code extractive}, or provider and model name
 * @param prompt version of the prompt; null where no model was asked
 * @param tokens what it cost; null where no model was asked, or its provider does not tell
 * @param notice of a fallback or of what was left out, for the reader; null where there is nothing to tell
 * @param withheld how many sentences a model wrote that are not shown, since the documents do not bear them out
 */
public record Authorship(
        String model,
        @Nullable String prompt,
        @Nullable Tokens tokens,
        @Nullable String notice,
        int withheld) {

    /** Quoted, without a model. */
    public static final Authorship EXTRACTIVE = new Authorship("extractive", null, null, null, 0);

    Authorship with(@Nullable String other) {
        return new Authorship(model, prompt, tokens, other, withheld);
    }

    /**
     * Tokens, as the provider counts them.
     *
     * @param in of the prompt
     * @param out of the answer
     */
    public record Tokens(int in, int out) {}
}
