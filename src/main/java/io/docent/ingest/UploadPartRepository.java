package io.docent.ingest;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.ANSI)
interface UploadPartRepository extends GenericRepository<UploadPart, String> {

    @Query("insert into upload_part (upload_id, position, bytes) values (:id, :position, :bytes)")
    void insert(String id, int position, byte[] bytes);

    /** Empty where there is no such part, or no such upload any more. */
    @Query("select upload_id, position, bytes from upload_part where upload_id = :id and position = :position")
    Optional<UploadPart> find(String id, int position);
}
