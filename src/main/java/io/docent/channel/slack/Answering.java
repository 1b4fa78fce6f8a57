package io.docent.channel.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.model.block.LayoutBlock;
import io.docent.answer.Question;
import io.docent.channel.slack.Desk.Job;
import io.docent.chat.Chat;
import io.docent.chat.ChatEvent;
import io.docent.chat.ChatRequest;
import io.docent.claim.Claims;
import io.docent.document.DocumentId;
import io.docent.history.Turn;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers questions from messages and commands. For any thread. */
@Singleton
final class Answering {

    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    /**
     * Answers that are written at once. On threads of the system: it shares the processor among them and those that
     * acknowledge, which virtual threads do not.
     */
    private static final int AT_ONCE = 16;

    /** How long Slack takes what is sent to a response_url. */
    private static final Duration RESPONSE_URL = Duration.ofMinutes(30);

    private static final String CHANNEL = "slack";

    private static final String NOTHING_ASKED = "help";

    private final Chat chat;
    private final Scope scope;
    private final Threads threads;
    private final OpenThreads open;
    private final SignsOfLife signs;
    private final AnswerBlocks blocks;
    private final WebApi api;
    private final Poster poster;
    private final Claims claims;
    private final Clock clock;
    private final ExecutorService writers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("slack-answer-", 0).daemon().factory());

    Answering(
            Chat chat,
            Scope scope,
            Threads threads,
            OpenThreads open,
            SignsOfLife signs,
            AnswerBlocks blocks,
            WebApi api,
            Poster poster,
            Claims claims,
            Clock clock) {
        this.chat = chat;
        this.scope = scope;
        this.threads = threads;
        this.open = open;
        this.signs = signs;
        this.blocks = blocks;
        this.api = api;
        this.poster = poster;
        this.claims = claims;
        this.clock = clock;
    }

    Pending pending(Work.Asked asked, Job job) {
        return new Pending(asked, job);
    }

    /** Answers a command, to its asker alone. */
    void answer(Work.Command command, Job job) {
        if (job.since().isBefore(clock.instant().minus(RESPONSE_URL))) {
            LOG.warn("A command of {} was not answered in time", job.since());
            return;
        }
        String owner = Threads.person(command.team(), command.user());
        String question = QuestionText.of(command.text(), "");
        Reply reply = reply(owner, null, question, command.channel(), command.direct(), job, event -> {});
        MessageText message =
                switch (reply) {
                    case Reply.Of of -> blocks.of(of.turn(), owner, job.mark(), true);
                    case Reply.Instead instead -> AnswerBlocks.notice(instead.mrkdwn(), job.mark());
                };
        if (!claims.holds(job.claim())) {
            return;
        }
        try {
            api.respond(command.responseUrl(), response(message.text(), message.blocks()));
        } catch (RefusedException e) {
            if (!Poster.isOfBlocks(e)) {
                throw e;
            }
            api.respond(command.responseUrl(), response(message.text(), message.plain()));
        }
    }

    private static ActionResponse response(String text, List<LayoutBlock> blocks) {
        return ActionResponse.builder()
                .responseType("ephemeral")
                .replaceOriginal(true)
                .text(text)
                .blocks(blocks)
                .build();
    }

    private Reply reply(
            String owner,
            @Nullable String conversation,
            String question,
            String channel,
            boolean direct,
            Job job,
            Consumer<ChatEvent> reader) {
        if (question.length() > Question.LONGEST) {
            return new Reply.Instead("A question has at most %,d characters; this one has %,d."
                    .formatted(Question.LONGEST, question.length()));
        }
        Optional<Turn> before = job.again() ? threads.answered(owner, question, job.since()) : Optional.empty();
        if (before.isPresent()) {
            return new Reply.Of(before.get());
        }
        Optional<Set<DocumentId>> documents = scope.documents(channel, direct);
        // For the chat, none means all.
        if (documents.isPresent() && documents.get().isEmpty()) {
            return new Reply.Instead("There are no documents that I may answer from in this channel.");
        }
        try {
            return new Reply.Of(
                    ask(new ChatRequest(CHANNEL, owner, conversation, question, documents.orElse(Set.of())), reader));
        } catch (StoppedException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A question in Slack could not be answered", e);
            return new Reply.Instead("Sorry, I failed on this question; my log says how.");
        }
    }

    private Turn ask(ChatRequest request, Consumer<ChatEvent> reader) {
        try {
            return writers.submit(() -> chat.ask(request, reader).turn()).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (RejectedExecutionException e) {
            throw new StoppedException();
        }
    }

    @PreDestroy
    void stop() {
        writers.shutdown();
    }

    /** What is said to a question. */
    private sealed interface Reply {

        /** An answer. */
        record Of(Turn turn) implements Reply {}

        /** Why there is none. */
        record Instead(String mrkdwn) implements Reply {}
    }

    /** A question in a message that waits for its answer. */
    final class Pending {

        private final Work.Asked asked;
        private final Job job;
        private SignsOfLife.@Nullable Sign sign;

        private Pending(Work.Asked asked, Job job) {
            this.asked = asked;
            this.job = job;
        }

        /** Shows that it was seen. */
        void accept() {
            open.begin(Threads.owner(asked));
            sign = signs.give(asked);
        }

        /** Answers in the thread. */
        void answer() {
            String owner = Threads.owner(asked);
            String typed = QuestionText.of(asked.text(), asked.bot());
            String question = typed.isEmpty() ? NOTHING_ASKED : typed;
            Optional<String> conversation = threads.conversation(owner);
            AnswerStream stream = new AnswerStream(api, asked);
            Reply reply =
                    reply(owner, conversation.orElse(null), question, asked.channel(), asked.direct(), job, stream);
            if (!claims.holds(job.claim())) {
                return;
            }
            MessageText message =
                    switch (reply) {
                        case Reply.Of of -> blocks.of(of.turn(), owner, job.mark(), false);
                        case Reply.Instead instead -> AnswerBlocks.notice(instead.mrkdwn(), job.mark());
                    };
            stream.finish(
                    new Post(asked.channel(), asked.thread(), asked.ts(), asked.bot(), job.mark(), message),
                    poster,
                    job.again());
            if (conversation.isEmpty() && sign != null) {
                sign.entitle(Mrkdwn.shortened(question, 100));
            }
        }

        /** Takes the sign away, whatever came of the question. */
        void end() {
            open.end(Threads.owner(asked));
            if (sign != null) {
                sign.end();
            }
        }
    }
}
