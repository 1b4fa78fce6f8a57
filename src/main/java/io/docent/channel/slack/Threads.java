package io.docent.channel.slack;

import io.docent.access.Person;
import io.docent.history.Conversation;
import io.docent.history.History;
import io.docent.history.Turn;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Threads as conversations: a thread has one, which belongs to the thread, so that whoever writes in it continues it. A
 * slash command begins one of its asker's. For any thread.
 */
@Singleton
final class Threads {

    private static final int LATEST = 5;

    private final History history;

    Threads(History history) {
        this.history = history;
    }

    /** To whom a thread's conversation belongs. */
    static String owner(Work.Asked asked) {
        return owner(asked.team(), asked.channel(), asked.thread());
    }

    static String owner(String team, String channel, String thread) {
        return person(team, channel + ":" + thread);
    }

    /** To whom belongs what somebody asks by a command. */
    static String person(String team, String user) {
        return Person.elsewhere("slack", team + ":" + user).id();
    }

    /** The conversation of a thread that Docent takes part in. */
    Optional<String> conversation(String owner) {
        return history.conversations(owner).stream().findFirst().map(Conversation::id);
    }

    /** The turn that answers a question already, for one that was taken up again. */
    Optional<Turn> answered(String owner, String question, Instant since) {
        return history.conversations(owner).stream()
                .limit(LATEST)
                .flatMap(conversation -> history.turns(conversation.id(), owner).reversed().stream()
                        .limit(LATEST))
                .filter(turn ->
                        turn.question().equals(question) && !turn.askedAt().isBefore(since))
                .findFirst();
    }
}
