package io.docent.history;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the tables know of a question that was left open.
 *
 * @param unhelpful how many readers say that the answer did not help
 */
@MappedEntity(value = "gap", escape = false)
record StoredGap(
        @Id String id,
        String searchedFor,
        String status,
        int doubts,
        int unhelpful,
        @Nullable String channel,
        Instant askedAt,
        @Nullable Instant doneAt) {

    /** The question on one line. */
    String wording() {
        return searchedFor.strip().replaceAll("\\s+", " ");
    }

    Set<GapKind> kinds() {
        Set<GapKind> kinds = EnumSet.noneOf(GapKind.class);
        if (status.equals(Turn.Status.NOT_FOUND.name())) {
            kinds.add(GapKind.NOT_FOUND);
        }
        if (doubts > 0) {
            kinds.add(GapKind.UNSUPPORTED);
        }
        if (unhelpful > 0) {
            kinds.add(GapKind.UNHELPFUL);
        }
        return kinds;
    }
}
