package io.docent.history;

import io.docent.answer.Citation;
import io.docent.answer.Sentence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question and its answer.
 *
 * @param id of the answer, unguessable
 * @param conversationId that it is part of
 * @param question as it was asked
 * @param searchedFor the question made to stand alone
 * @param status whether it was answered
 * @param answer the text with markers; empty where nothing was found
 * @param sentences of the answer with their verdicts
 * @param citations that the sentences name
 * @param closest what came nearest, where nothing was found
 * @param model {@code extractive}, or provider and model name
 * @param notice of a fallback, for the reader; null where there was none
 * @param tookMs how long it took, in milliseconds
 * @param askedAt when
 * @param prompt version of the model's prompt; null where none was asked
 * @param tokensIn tokens of the prompt; null where they are not known
 * @param tokensOut tokens of the answer; null where they are not known
 */
public record Turn(
        String id,
        String conversationId,
        String question,
        String searchedFor,
        Status status,
        String answer,
        List<Sentence> sentences,
        List<Citation> citations,
        List<Citation> closest,
        String model,
        @Nullable String notice,
        long tookMs,
        Instant askedAt,
        @Nullable String prompt,
        @Nullable Integer tokensIn,
        @Nullable Integer tokensOut) {

    public Turn {
        sentences = List.copyOf(sentences);
        citations = List.copyOf(citations);
        closest = List.copyOf(closest);
    }

    /** Without a model having been asked. */
    public Turn(
            String id,
            String conversationId,
            String question,
            String searchedFor,
            Status status,
            String answer,
            List<Sentence> sentences,
            List<Citation> citations,
            List<Citation> closest,
            String model,
            @Nullable String notice,
            long tookMs,
            Instant askedAt) {
        this(
                id,
                conversationId,
                question,
                searchedFor,
                status,
                answer,
                sentences,
                citations,
                closest,
                model,
                notice,
                tookMs,
                askedAt,
                null,
                null,
                null);
    }

    /** Whether the documents held the answer. */
    public enum Status {
        ANSWERED,
        NOT_FOUND
    }
}
