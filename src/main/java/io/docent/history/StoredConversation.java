package io.docent.history;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of the table of conversations. */
@MappedEntity(value = "conversation", escape = false)
record StoredConversation(@Id String id, String person, String title, Instant createdAt, Instant updatedAt) {}
