package io.docent.history;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.ANSI)
interface ConversationRepository extends GenericRepository<StoredConversation, String> {

    StoredConversation save(StoredConversation conversation);

    Optional<StoredConversation> findByIdAndPerson(String id, String person);

    List<StoredConversation> findByPersonOrderByUpdatedAtDesc(String person);

    /** How many there are of this person with this id: one or none. */
    @Query("update conversation set updated_at = :updatedAt where id = :id and person = :person")
    int touch(String id, String person, Instant updatedAt);

    long deleteByIdAndPerson(String id, String person);

    long deleteByPerson(String person);

    long deleteByUpdatedAtLessThan(Instant before);
}
