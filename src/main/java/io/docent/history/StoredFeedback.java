package io.docent.history;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of feedback. */
@MappedEntity(value = "feedback", escape = false)
record StoredFeedback(
        @EmbeddedId Key key, boolean helpful, @Nullable String remark, Instant givenAt) {

    /** One person says one thing of one answer. */
    @Embeddable
    record Key(
            @MappedProperty("turn_id") String turnId,
            @MappedProperty("person") String person) {}
}
