package io.docent.claim;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.ANSI)
interface ClaimRepository extends GenericRepository<StoredClaim, String> {

    boolean existsByName(String name);

    /** Fails where the name is taken. */
    @Query("insert into claim (name, work, holder, run, held_until, claimed_at)"
            + " values (:name, :work, :holder, :run, :heldUntil, :claimedAt)")
    void insert(String name, String work, String holder, String run, Instant heldUntil, Instant claimedAt);

    @Query("select name, work, holder, run, held_until, claimed_at, done_at from claim"
            + " where done_at is null and name like :pattern and run <> :run"
            + " and (holder = :holder or held_until < :now) order by position")
    List<StoredClaim> findAbandoned(String pattern, String holder, String run, Instant now);

    @Query("update claim set holder = :holder, run = :run, held_until = :heldUntil"
            + " where name = :name and run = :before and held_until = :heldBefore and done_at is null")
    long takeOver(String name, String before, Instant heldBefore, String holder, String run, Instant heldUntil);

    @Query("update claim set held_until = :heldUntil where run = :run and done_at is null")
    void renew(String run, Instant heldUntil);

    boolean existsByNameAndRunAndDoneAtIsNull(String name, String run);

    @Query("update claim set done_at = :doneAt, work = null where name = :name and run = :run and done_at is null")
    void finish(String name, String run, Instant doneAt);

    @Query("delete from claim where name = :name and run = :run and done_at is null")
    void release(String name, String run);

    long deleteByDoneAtLessThan(Instant before);
}
