package io.docent.claim;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** All by the database's clock, so that those of the processes do not matter. */
@JdbcRepository(dialect = Dialect.ANSI)
interface LeaseRepository extends GenericRepository<StoredLease, String> {

    boolean existsByName(String name);

    /** Fails where the name is taken. */
    @Query("insert into lease (name, run, about, held_until)"
            + " values (:name, :run, :about, current_timestamp + interval '20' second)")
    void insert(String name, String run, String about);

    @Query("update lease set run = :run, about = :about, held_until = current_timestamp + interval '20' second"
            + " where name = :name and held_until < current_timestamp")
    long takeOver(String name, String run, String about);

    @Query("update lease set held_until = current_timestamp + interval '20' second where run = :run")
    void renew(String run);

    @Query("delete from lease where name = :name and run = :run")
    void release(String name, String run);

    @Query("delete from lease where run = :run")
    void releaseAll(String run);

    @Query("select about from lease where name like :pattern and run <> :run and held_until >= current_timestamp")
    List<String> findOthers(String pattern, String run);

    @Query("delete from lease where held_until < current_timestamp - interval '1' day")
    void forgetOld();
}
