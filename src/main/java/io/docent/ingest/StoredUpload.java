package io.docent.ingest;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of uploads. */
@MappedEntity(value = "upload", escape = false)
record StoredUpload(
        @Id String id,
        String nameHash,
        String name,
        @Nullable String mediaType,
        String contentHash,
        long size,
        Instant uploadedAt) {}
