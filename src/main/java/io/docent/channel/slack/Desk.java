package io.docent.channel.slack;

import io.docent.claim.Claim;
import io.docent.claim.Claims;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what was claimed, in the order of its lane, and finishes the claim; takes up what a process that died left. A
 * question and what is told in answer to others have queues of their own, so that it can be told that there is no room.
 * For any thread; not final, since schedules are woven in.
 */
@Singleton
class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    /** Small things to one question: telling that there is no room, noting what somebody thinks. */
    private static final int ERRANDS = 10;

    /** An answer that comes later answers nobody. */
    private static final Duration OLDEST = Duration.ofDays(1);

    private final SlackSettings settings;
    private final Claims claims;
    private final WorkJson json;
    private final Answering answering;
    private final Errands errands;
    private final Rush rush;
    private final Clock clock;
    private final Lanes questionLanes;
    private final Lanes errandLanes;

    Desk(
            SlackSettings settings,
            Claims claims,
            WorkJson json,
            Answering answering,
            Errands errands,
            Rush rush,
            MeterRegistry meters,
            Clock clock) {
        this.settings = settings;
        this.claims = claims;
        this.json = json;
        this.answering = answering;
        this.errands = errands;
        this.rush = rush;
        this.clock = clock;
        questionLanes = new Lanes(settings.queueSize());
        errandLanes = new Lanes((int) Math.min(Integer.MAX_VALUE, (long) ERRANDS * settings.queueSize()));
        queue(meters, "questions", questionLanes);
        queue(meters, "errands", errandLanes);
    }

    private static void queue(MeterRegistry meters, String lanes, Lanes queue) {
        Gauge.builder("docent.slack.queue", queue, Lanes::size)
                .description("What Slack sent that waits or is being done")
                .tag("lanes", lanes)
                .register(meters);
    }

    /**
     * Queues what was just claimed.
     *
     * @return false where there is no room; then nothing is done, and the claim stands
     */
    boolean begin(String claim, Work work) {
        Task task = task(new Job(claim, clock.instant(), false), work);
        if (!task.lanes().reserve()) {
            return false;
        }
        enter(task);
        return true;
    }

    private static void enter(Task task) {
        task.accepted().run();
        task.lanes().enter(task.lane(), task.work());
    }

    private Task task(Job job, Work work) {
        return switch (work) {
            case Work.Asked asked -> {
                Answering.Pending pending = answering.pending(asked, job);
                yield new Task(questionLanes, asked.channel(), pending::accept, () -> {
                    run(job, pending::answer);
                    pending.end();
                });
            }
            case Work.Command command ->
                new Task(
                        questionLanes,
                        "command " + command.team() + command.user(),
                        () -> {},
                        () -> run(job, () -> answering.answer(command, job)));
            case Work.Notice notice -> errand("notice " + notice.channel(), job, () -> errands.tell(notice, job));
            case Work.Rating rating -> errand("rating " + rating.user(), job, () -> errands.rate(rating));
            case Work.Sharing sharing -> errand("sharing " + sharing.channel(), job, () -> errands.share(sharing, job));
            case Work.Greeting greeting ->
                errand("greeting " + greeting.channel(), job, () -> errands.greet(greeting, job));
        };
    }

    private Task errand(String lane, Job job, Runnable work) {
        return new Task(errandLanes, lane, () -> {}, () -> run(job, work));
    }

    @EventListener
    void onStartup(ServerStartupEvent event) {
        takeUp();
    }

    /** Takes up what is left of this data folder's process before, and of other processes that are gone. */
    @Scheduled(initialDelay = "30s", fixedDelay = "30s")
    void takeUp() {
        if (!settings.isOn()) {
            return;
        }
        for (Claim claim : claims.takeUp(Reception.CLAIMS)) {
            if (claim.claimedAt().isBefore(clock.instant().minus(OLDEST))) {
                LOG.warn("A question in Slack of {} was not answered in time", claim.claimedAt());
                claims.finish(claim.name());
                continue;
            }
            try {
                Task task = task(new Job(claim.name(), claim.claimedAt(), true), json.read(claim.work()));
                task.lanes().reserveAnyway();
                enter(task);
            } catch (UncheckedIOException e) {
                LOG.error("What was asked in Slack at {} cannot be read any more", claim.claimedAt(), e);
                claims.finish(claim.name());
            }
        }
    }

    private void run(Job job, Runnable work) {
        try {
            rush.giveWay();
            if (claims.holds(job.claim())) {
                work.run();
                claims.finish(job.claim());
            }
        } catch (StoppedException e) {
            LOG.debug("{} is done after the next start", job.claim());
        } catch (RefusedException e) {
            LOG.error("{} came to nothing: {}", job.claim(), e.getMessage());
            claims.finish(job.claim());
        } catch (UnavailableException e) {
            LOG.error("{} came to nothing, Slack was not to be had for too long: {}", job.claim(), e.getMessage());
            claims.finish(job.claim());
        } catch (RuntimeException e) {
            LOG.error("{} failed; it is tried again after the next start", job.claim(), e);
        }
    }

    @PreDestroy
    void stop() {
        questionLanes.close();
        errandLanes.close();
    }

    /**
     * What a claim is of.
     *
     * @param claim its name
     * @param since when it was first made
     * @param again whether a process that died had it before, and may have done it
     */
    record Job(String claim, Instant since, boolean again) {

        Mark mark() {
            return Mark.of(claim);
        }
    }

    /**
     * What stands in a lane.
     *
     * @param lanes that it waits in
     * @param accepted what is done at once when there is room
     * @param work what is done when it is its turn
     */
    private record Task(Lanes lanes, String lane, Runnable accepted, Runnable work) {}
}
