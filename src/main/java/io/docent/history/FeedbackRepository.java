package io.docent.history;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.ANSI)
interface FeedbackRepository extends GenericRepository<StoredFeedback, StoredFeedback.Key> {

    /** Lets one at a time say what they think of an answer, until the end of the transaction. */
    @Query("select id from turn where id = :turnId for update")
    Optional<String> lock(String turnId);

    @Query("delete from feedback where turn_id = :turnId and person = :person")
    void remove(String turnId, String person);

    @Query("delete from feedback where person = :person")
    void removeAll(String person);

    @Query("insert into feedback (turn_id, person, helpful, remark, given_at)"
            + " values (:turnId, :person, :helpful, :remark, :givenAt)")
    void add(String turnId, String person, boolean helpful, @Nullable String remark, Instant givenAt);

    /** The newest first. */
    @Query("select * from feedback where turn_id in (:turnIds) and helpful = false and remark is not null"
            + " order by given_at desc, turn_id, person fetch first :most rows only")
    List<StoredFeedback> remarks(Collection<String> turnIds, int most);

    @Query("select * from feedback where turn_id = :turnId and person = :person")
    Optional<StoredFeedback> find(String turnId, String person);
}
