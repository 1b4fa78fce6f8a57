package io.docent.channel.webhook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.docent.access.Person;
import io.docent.answer.Question;
import io.docent.channel.Footnotes;
import io.docent.channel.Markdown;
import io.docent.chat.Chat;
import io.docent.chat.ChatRequest;
import io.docent.history.Conversation;
import io.docent.history.History;
import io.docent.history.Turn;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers messages. A message that is sent again, since its answer took too long or was lost, gets the answer that it got:
 * it is worked out once. For any thread.
 */
@Singleton
final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    /** Answers that are worked out at once. */
    private static final int AT_ONCE = 16;

    /** Longer than any sender goes on trying. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final int MOST_KEPT = 2_000;

    /** How long after the last question somebody's next one may go on from it. */
    private static final Duration CONVERSATION = Duration.ofMinutes(15);

    /** Together what the strictest of the chat servers takes, Rocket.Chat with 5,000 characters. */
    private static final int LONGEST_ANSWER = 3_000;

    private static final int LONGEST_FOOTNOTES = 1_800;

    private static final String EXTRACTIVE = "extractive";

    /** Whom it would notify: all of a channel, or one. */
    private static final Pattern MENTION = Pattern.compile("@(?=[\\p{L}\\p{N}_])");

    private static final String WORD_JOINER = "\u2060";

    private final Chat chat;
    private final History history;
    private final Footnotes footnotes;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);

    private final Cache<String, CompletableFuture<ReplyJson>> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_KEPT).build();

    Replies(Chat chat, History history, Footnotes footnotes, Clock clock) {
        this.chat = chat;
        this.history = history;
        this.footnotes = footnotes;
        this.clock = clock;
    }

    /**
     * The answer to a message; waits for it where the same message is being answered.
     *
     * @param sender whose webhook it is
     */
    ReplyJson to(Message message, String sender) {
        if (message.bot()) {
            return ReplyJson.NOTHING;
        }
        if (message.id().isEmpty()) {
            return bounded(message, sender);
        }
        String key = sender + ":" + message.channel() + ":" + message.id();
        CompletableFuture<ReplyJson> mine = new CompletableFuture<>();
        CompletableFuture<ReplyJson> first = known.asMap().putIfAbsent(key, mine);
        if (first != null) {
            return waited(first);
        }
        try {
            mine.complete(bounded(message, sender));
        } catch (RuntimeException e) {
            // The next time it is sent, it is tried again.
            known.asMap().remove(key, mine);
            mine.completeExceptionally(e);
        }
        return waited(mine);
    }

    private static ReplyJson waited(CompletableFuture<ReplyJson> reply) {
        try {
            return reply.join();
        } catch (CompletionException e) {
            LOG.error("A question by webhook could not be answered", e.getCause());
            return ReplyJson.of("Sorry, I failed on this question; my log says how.");
        }
    }

    private ReplyJson bounded(Message message, String sender) {
        if (!free.tryAcquire()) {
            return ReplyJson.of("There are more questions than I can answer at once. Please ask again in a minute.");
        }
        try {
            return ReplyJson.of(answer(message, sender));
        } finally {
            free.release();
        }
    }

    private String answer(Message message, String sender) {
        boolean isEmpty = message.question().isEmpty();
        String question = isEmpty ? "help" : message.question();
        if (question.length() > Question.LONGEST) {
            return "A question has at most " + Markdown.count(Question.LONGEST) + " characters; this one has "
                    + Markdown.count(question.length()) + ".";
        }
        String owner = Person.elsewhere("webhook", sender + ":" + message.channel() + ":" + message.user())
                .id();
        Turn turn = chat.ask(
                        new ChatRequest("webhook", owner, isEmpty ? null : conversation(owner), question, Set.of()),
                        event -> {})
                .turn();
        String said = turn.model().equals(EXTRACTIVE) ? Markdown.plain(turn.answer()) : Markdown.inert(turn.answer());
        return silent(
                Markdown.lines(said, LONGEST_ANSWER) + Markdown.lines(footnotes.ofElsewhere(turn), LONGEST_FOOTNOTES));
    }

    private @Nullable String conversation(String owner) {
        return history.conversations(owner).stream()
                .findFirst()
                .filter(last -> last.updatedAt().isAfter(clock.instant().minus(CONVERSATION)))
                .map(Conversation::id)
                .orElse(null);
    }

    /** Whatever a document or a model writes notifies nobody. */
    static String silent(String markdown) {
        return MENTION.matcher(markdown).replaceAll("@" + WORD_JOINER);
    }
}
