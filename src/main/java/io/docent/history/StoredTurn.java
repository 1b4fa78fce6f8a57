package io.docent.history;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of turns; sentences and citations are JSON. */
@MappedEntity(value = "turn", escape = false)
record StoredTurn(
        @Id String id,
        String conversationId,
        int position,
        String question,
        String searchedFor,
        String status,
        String answer,
        String sentences,
        String citations,
        String closest,
        String model,
        @Nullable String notice,
        long tookMs,
        Instant askedAt,
        @Nullable String prompt,
        @Nullable Integer tokensIn,
        @Nullable Integer tokensOut,
        @Nullable String channel,
        int doubts) {}
