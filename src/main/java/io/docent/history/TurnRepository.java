package io.docent.history;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.ANSI)
interface TurnRepository extends GenericRepository<StoredTurn, String> {

    StoredTurn save(StoredTurn turn);

    List<StoredTurn> findByConversationIdOrderByPosition(String conversationId);

    List<StoredTurn> findByIdIn(Collection<String> ids);

    int countByConversationId(String conversationId);

    @Query("select t.* from turn t join conversation c on c.id = t.conversation_id where t.id = :id and c.person ="
            + " :person")
    Optional<StoredTurn> findOfPerson(String id, String person);
}
