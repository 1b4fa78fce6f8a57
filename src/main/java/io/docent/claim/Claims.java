package io.docent.claim;

import io.docent.data.DataFolder;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Claims that survive whoever made them. A claim is this process's until it is finished or released, or until the
 * process is gone: the next run on the same data folder finds that at once, another process (which has the database but
 * not the folder in common) after {@link #LEASE} without a sign of it. Clocks of processes that share a database may
 * differ by much less than that. Durable on return. For any thread; not final, since schedules are woven in.
 */
@Singleton
public class Claims {

    /** How long a claim outlives its holder's last sign of life. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** Longer than anybody sends the same thing again: Slack does so for an hour. */
    static final Duration REMEMBERED = Duration.ofDays(7);

    private static final int LONGEST_NAME = 200;

    /** What H2 and PostgreSQL call a second row of one key. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final ClaimRepository claims;
    private final Clock clock;
    private final String holder;
    private final String run = makeId();

    Claims(ClaimRepository claims, DataFolder data, Clock clock) {
        this.claims = claims;
        this.clock = clock;
        this.holder = holder(data.resolve("claim-holder"));
    }

    /** The data folder is one process's at a time, so whoever held this before is gone. */
    private static String holder(Path file) {
        try {
            if (Files.exists(file)) {
                // Whatever is in it: what is no name is replaced by one.
                String known =
                        Files.readString(file, StandardCharsets.ISO_8859_1).strip();
                if (known.matches("[0-9a-f]{32}")) {
                    return known;
                }
            }
            String made = makeId();
            Files.writeString(file, made);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder's file " + file.getFileName() + " cannot be used", e);
        }
    }

    private static String makeId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /**
     * Claims a name that nobody claimed before.
     *
     * @param name 1 to 200 characters; what is claimed under it once is claimed for a week after it was finished
     * @param work what there is to do, for whoever takes it up if this process dies; forgotten when it is finished
     * @return whether this caller may do it: true for exactly one
     */
    public boolean take(String name, String work) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a claim's name has 1 to " + LONGEST_NAME + " characters, not " + name.length());
        }
        if (claims.existsByName(name)) {
            return false;
        }
        try {
            Instant now = clock.instant();
            claims.insert(name, work, holder, run, now.plus(LEASE), now);
            return true;
        } catch (DataAccessException e) {
            if (isTaken(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isTaken(DataAccessException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes up what others left unfinished: what this data folder's process before left, and what other processes left
     * that have not been heard of for {@link #LEASE}.
     *
     * @param prefix that the names begin with; letters, digits and colons
     * @return what is now this process's, in the order in which it was first claimed
     */
    public List<Claim> takeUp(String prefix) {
        List<Claim> taken = new ArrayList<>();
        Instant now = clock.instant();
        for (StoredClaim left : claims.findAbandoned(prefix + "%", holder, run, now)) {
            if (claims.takeOver(left.name(), left.run(), left.heldUntil(), holder, run, now.plus(LEASE)) == 1) {
                taken.add(new Claim(left.name(), Objects.requireNonNull(left.work()), left.claimedAt()));
            }
        }
        return taken;
    }

    /** Whether a claim is still this process's and unfinished: to be asked before what cannot be undone. */
    public boolean holds(String name) {
        return claims.existsByNameAndRunAndDoneAtIsNull(name, run);
    }

    /** Says that it is done. Nothing happens where the claim is not this process's any more. */
    public void finish(String name) {
        claims.finish(name, run, clock.instant());
    }

    /** Gives a claim back as if it had never been, so that the same thing can be asked for again. */
    public void release(String name) {
        claims.release(name, run);
    }

    /** Says that this process is alive. */
    @Scheduled(initialDelay = "20s", fixedDelay = "20s")
    public void renew() {
        claims.renew(run, clock.instant().plus(LEASE));
    }

    /** Forgets what was finished more than a week ago. */
    @Scheduled(initialDelay = "1m", fixedDelay = "1h")
    public void forgetOld() {
        claims.deleteByDoneAtLessThan(clock.instant().minus(REMEMBERED));
    }
}
