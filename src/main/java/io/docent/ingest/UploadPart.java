package io.docent.ingest;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * A row of the table of parts.
 *
 * @param position from 0, in the order of the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way from the database
@MappedEntity(value = "upload_part", escape = false)
record UploadPart(@Id String uploadId, int position, byte[] bytes) {}
