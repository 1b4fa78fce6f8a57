package io.docent.history;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.ANSI)
interface GapRepository extends GenericRepository<StoredGap, String> {

    /** The newest first. An answer without a sentence is small talk: nothing was asked of the documents. */
    @Query("select t.id, t.searched_for, t.status, t.doubts, t.channel, t.asked_at, d.done_at,"
            + " (select count(*) from feedback f where f.turn_id = t.id and f.helpful = false) as unhelpful"
            + " from turn t left join gap_done d on d.turn_id = t.id"
            + " where (t.status = 'NOT_FOUND' or t.doubts > 0"
            + " or exists (select 1 from feedback f where f.turn_id = t.id and f.helpful = false))"
            + " and (t.status = 'NOT_FOUND' or t.sentences <> '[]')"
            + " order by t.asked_at desc, t.id fetch first :most rows only")
    List<StoredGap> find(int most);

    @Query("delete from gap_done where turn_id in (:ids)")
    void reopen(Collection<String> ids);

    @Query("insert into gap_done (turn_id, done_at) select id, :doneAt from turn where id in (:ids)")
    void done(Collection<String> ids, Instant doneAt);
}
