package io.docent.claim;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of claims, but for its position. */
@MappedEntity(value = "claim", escape = false)
record StoredClaim(
        @Id String name,
        @Nullable String work,
        String holder,
        String run,
        Instant heldUntil,
        Instant claimedAt,
        @Nullable Instant doneAt) {}
