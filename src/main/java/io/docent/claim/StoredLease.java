package io.docent.claim;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of the table of leases. */
@MappedEntity(value = "lease", escape = false)
record StoredLease(@Id String name, String run, String about, Instant heldUntil) {}
