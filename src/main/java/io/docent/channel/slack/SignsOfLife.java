package io.docent.channel.slack;

import com.slack.api.methods.request.reactions.ReactionsAddRequest;
import com.slack.api.methods.request.reactions.ReactionsRemoveRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows that a question was seen while it waits for its answer: the status of an assistant thread where Slack takes one,
 * else a reaction. An answer does not wait for it. For any thread.
 */
@Singleton
final class SignsOfLife {

    private static final Logger LOG = LoggerFactory.getLogger(SignsOfLife.class);

    private static final String EYES = "eyes";

    private final WebApi api;
    private final Rush rush;
    private final AtomicBoolean told = new AtomicBoolean();

    SignsOfLife(WebApi api, Rush rush) {
        this.api = api;
        this.rush = rush;
    }

    /** Gives one, at once and on a thread of its own. */
    Sign give(Work.Asked asked) {
        CompletableFuture<Kind> given = new CompletableFuture<>();
        Thread.ofVirtual().name("slack-sign").start(() -> given.complete(show(asked)));
        return new Sign(asked, given);
    }

    private Kind show(Work.Asked asked) {
        rush.giveWay();
        if (asked.direct() && asked.inThread() && status(asked)) {
            return Kind.STATUS;
        }
        try {
            api.once(slack -> slack.reactionsAdd(ReactionsAddRequest.builder()
                    .channel(asked.channel())
                    .timestamp(asked.ts())
                    .name(EYES)
                    .build()));
            return Kind.REACTION;
        } catch (RefusedException e) {
            if (e.error().equals("already_reacted")) {
                return Kind.REACTION;
            }
            if (!told.getAndSet(true)) {
                LOG.warn("Slack does not let me react to questions ({}); answers come all the same", e.error());
            }
        } catch (UnavailableException | StoppedException e) {
            LOG.debug("No sign of life: {}", e.getMessage());
        }
        return Kind.NONE;
    }

    private boolean status(Work.Asked asked) {
        try {
            api.once(slack -> slack.assistantThreadsSetStatus(status -> status.channelId(asked.channel())
                    .threadTs(asked.thread())
                    .status("is looking through the documents…")));
            return true;
        } catch (RefusedException | UnavailableException | StoppedException e) {
            LOG.debug("Not an assistant thread: {}", e.getMessage());
            return false;
        }
    }

    /** What was shown. */
    enum Kind {
        STATUS,
        REACTION,
        NONE
    }

    /** A sign that was given, or is being given. */
    final class Sign {

        private final Work.Asked asked;
        private final CompletableFuture<Kind> given;

        private Sign(Work.Asked asked, CompletableFuture<Kind> given) {
            this.asked = asked;
            this.given = given;
        }

        /** Takes it away once the answer is there; Slack itself does so with a status. */
        void end() {
            var _ = given.thenAccept(kind -> {
                if (kind == Kind.REACTION) {
                    Thread.ofVirtual().name("slack-sign").start(this::remove);
                }
            });
        }

        /** Gives a name to the assistant thread, if it is one. */
        void entitle(String title) {
            var _ = given.thenAccept(kind -> {
                if (kind == Kind.STATUS) {
                    Thread.ofVirtual().name("slack-sign").start(() -> setTitle(title));
                }
            });
        }

        private void remove() {
            try {
                api.retrying(slack -> slack.reactionsRemove(ReactionsRemoveRequest.builder()
                        .channel(asked.channel())
                        .timestamp(asked.ts())
                        .name(EYES)
                        .build()));
            } catch (RefusedException | UnavailableException | StoppedException e) {
                LOG.debug("A reaction stays: {}", e.getMessage());
            }
        }

        private void setTitle(String title) {
            try {
                api.once(slack -> slack.assistantThreadsSetTitle(request -> request.channelId(asked.channel())
                        .threadTs(asked.thread())
                        .title(title)));
            } catch (RefusedException | UnavailableException | StoppedException e) {
                LOG.debug("An assistant thread stays without a title: {}", e.getMessage());
            }
        }
    }
}
