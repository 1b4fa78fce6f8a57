package io.docent.claim;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is at something now, of all processes that share a database. Unlike a {@link Claim} a lease leaves nothing behind:
 * it is over when its holder gives it back, or has not been heard of for {@link #LEASE} by the database's clock. Whoever
 * holds one may be wrong to think so after a long pause, so it spares work and never stands for safety. For any thread;
 * not final, since schedules are woven in.
 */
@Singleton
@Requires(beans = DataSource.class)
public class Leases {

    /** How long a lease outlives its holder's last sign of life; the repository has it in SQL. */
    static final Duration LEASE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final LeaseRepository leases;
    private final String run = UUID.randomUUID().toString().replace("-", "");
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    /** Given back, though the database does not know that yet. */
    private final Set<String> given = ConcurrentHashMap.newKeySet();

    Leases(LeaseRepository leases) {
        this.leases = leases;
    }

    /**
     * Takes what nobody has, this process included.
     *
     * @param name 1 to 200 characters
     * @param about what others are told of it
     * @return whether it is this process's now
     */
    public boolean take(String name, String about) {
        if (leases.takeOver(name, run, about) == 1) {
            held.add(name);
            return true;
        }
        if (leases.existsByName(name)) {
            return false;
        }
        try {
            leases.insert(name, run, about);
            held.add(name);
            return true;
        } catch (DataAccessException e) {
            if (UniqueKey.isTaken(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Gives back what this process took, later where that fails; nothing happens where it is another's by now. */
    public void give(String name) {
        held.remove(name);
        given.add(name);
        release(name);
    }

    private void release(String name) {
        try {
            leases.release(name, run);
            given.remove(name);
        } catch (DataAccessException e) {
            LOG.debug("The lease on {} is given back later", name, e);
        }
    }

    /** What other processes tell of theirs. */
    public List<String> others(String prefix) {
        return leases.findOthers(prefix + "%", run);
    }

    /** A part of a name that is this process's own. */
    String run() {
        return run;
    }

    /** Says that this process is alive. */
    @Scheduled(initialDelay = "5s", fixedDelay = "5s")
    public void renew() {
        given.forEach(this::release);
        if (!held.isEmpty()) {
            try {
                leases.renew(run);
            } catch (DataAccessException e) {
                LOG.debug("Leases cannot be renewed; others may do the same work", e);
            }
        }
    }

    /** Forgets what dead processes left and nobody took up. */
    @Scheduled(initialDelay = "1h", fixedDelay = "1h")
    public void forgetOld() {
        leases.forgetOld();
    }

    /** While there is a database to tell it to. */
    @EventListener
    void onShutdown(ShutdownEvent event) {
        if (!held.isEmpty()) {
            try {
                leases.releaseAll(run);
            } catch (DataAccessException e) {
                LOG.debug("Leases end by themselves", e);
            }
        }
    }
}
