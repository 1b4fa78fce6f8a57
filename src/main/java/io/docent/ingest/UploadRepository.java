package io.docent.ingest;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.ANSI)
interface UploadRepository extends GenericRepository<StoredUpload, String> {

    Optional<StoredUpload> findByNameHash(String nameHash);

    @Query("select id, name_hash, name, media_type, content_hash, size, uploaded_at from upload order by name_hash")
    List<StoredUpload> list();

    @Query("insert into upload (id, name_hash, name, media_type, content_hash, size, uploaded_at)"
            + " values (:id, :nameHash, :name, :mediaType, :contentHash, :size, :uploadedAt)")
    void insert(
            String id,
            String nameHash,
            String name,
            @Nullable String mediaType,
            String contentHash,
            long size,
            Instant uploadedAt);

    @Query("delete from upload where name_hash = :nameHash")
    void remove(String nameHash);
}
