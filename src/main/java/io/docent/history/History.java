package io.docent.history;

import io.docent.answer.Support;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Conversations, their turns, and the feedback on them, each person's apart. Durable on return. For any thread; not
 * final, since transactions are woven in.
 */
@Singleton
public class History {

    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    private static final int LONGEST_TITLE = 120;

    private final ConversationRepository conversations;
    private final TurnRepository turns;
    private final FeedbackRepository feedback;
    private final TurnJson json;
    private final HistorySettings settings;
    private final Clock clock;

    History(
            ConversationRepository conversations,
            TurnRepository turns,
            FeedbackRepository feedback,
            TurnJson json,
            HistorySettings settings,
            Clock clock) {
        this.conversations = conversations;
        this.turns = turns;
        this.feedback = feedback;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /** Adds a turn of which nothing more is known. */
    @Transactional
    public void append(Turn turn, String person) {
        append(turn, person, null, 0);
    }

    /**
     * Adds a turn to its conversation, which begins with it where there is none yet.
     *
     * @param channel by which it was asked, up to 20 characters; null where that is not known
     * @param withheld how many sentences were left out of the answer since nothing bears them out
     */
    @Transactional
    public void append(Turn turn, String person, @Nullable String channel, int withheld) {
        if (conversations.findByIdAndPerson(turn.conversationId(), person).isEmpty()) {
            conversations.save(new StoredConversation(
                    turn.conversationId(), person, title(turn.question()), turn.askedAt(), turn.askedAt()));
        } else {
            conversations.touch(turn.conversationId(), turn.askedAt());
        }
        int unsupported = (int) turn.sentences().stream()
                .filter(sentence -> sentence.support() == Support.UNSUPPORTED)
                .count();
        turns.save(
                json.write(turn, turns.countByConversationId(turn.conversationId()), channel, unsupported + withheld));
    }

    private static String title(String question) {
        String line = question.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_TITLE) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST_TITLE - 1);
        return line.substring(0, space > LONGEST_TITLE / 2 ? space : line.offsetByCodePoints(0, LONGEST_TITLE / 2))
                + "…";
    }

    /** The most recently used first. */
    @Transactional(readOnly = true)
    public List<Conversation> conversations(String person) {
        return conversations.findByPersonOrderByUpdatedAtDesc(person).stream()
                .map(this::conversation)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Conversation> conversation(String id, String person) {
        return conversations.findByIdAndPerson(id, person).map(this::conversation);
    }

    private Conversation conversation(StoredConversation row) {
        return new Conversation(row.id(), row.title(), row.updatedAt(), turns.countByConversationId(row.id()));
    }

    /** A conversation's turns in their order; none where this person has no such conversation. */
    @Transactional(readOnly = true)
    public List<Turn> turns(String conversationId, String person) {
        return conversations.findByIdAndPerson(conversationId, person).stream()
                .flatMap(row -> turns.findByConversationIdOrderByPosition(row.id()).stream())
                .map(json::read)
                .toList();
    }

    /** The turn with this answer. */
    @Transactional(readOnly = true)
    public Optional<Turn> turn(String answerId, String person) {
        return turns.findOfPerson(answerId, person).map(json::read);
    }

    /**
     * Deletes a conversation with all that belongs to it.
     *
     * @return whether this person had it
     */
    @Transactional
    public boolean delete(String conversationId, String person) {
        return conversations.deleteByIdAndPerson(conversationId, person) > 0;
    }

    /**
     * Deletes all that is known of a person, also what they thought of answers in conversations of others.
     *
     * @return how many conversations they had
     */
    @Transactional
    public long deleteAll(String person) {
        feedback.removeAll(person);
        return conversations.deleteByPerson(person);
    }

    /**
     * Notes what a person thinks of an answer, in place of what they thought before.
     *
     * @return whether this person has that answer
     */
    @Transactional
    public boolean rate(String answerId, String person, boolean helpful, @Nullable String comment) {
        return rate(answerId, person, person, helpful, comment);
    }

    /**
     * Notes what a person thinks of an answer that others read too, in place of what they thought before.
     *
     * @param owner to whom its conversation belongs
     * @param reader who thinks so
     * @return whether the owner has that answer
     */
    @Transactional
    public boolean rate(String answerId, String owner, String reader, boolean helpful, @Nullable String comment) {
        if (turns.findOfPerson(answerId, owner).isEmpty()) {
            return false;
        }
        if (feedback.lock(answerId).isEmpty()) {
            return false;
        }
        feedback.remove(answerId, reader);
        feedback.add(answerId, reader, helpful, comment, clock.instant());
        return true;
    }

    /** What a person thought of an answer, last. */
    @Transactional(readOnly = true)
    public Optional<Feedback> feedback(String answerId, String person) {
        return feedback.find(answerId, person).map(row -> new Feedback(row.helpful(), row.remark()));
    }

    /** Erases what is older than {@code docent.history.keep}. */
    @Scheduled(initialDelay = "1m", fixedDelay = "1h")
    @Transactional
    public void eraseOld() {
        Instant before = clock.instant().minus(settings.keep());
        long erased = conversations.deleteByUpdatedAtLessThan(before);
        if (erased > 0) {
            LOG.info("Erased {} conversations that were not continued since {}", erased, before);
        }
    }

    /**
     * What a person thinks of an answer.
     *
     * @param comment in their words, or null
     */
    public record Feedback(boolean helpful, @Nullable String comment) {}
}
