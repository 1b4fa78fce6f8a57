package io.docent.channel.slack;

import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The threads that Docent takes part in, or will once it has answered what waits. For any thread. */
@Singleton
final class OpenThreads {

    private final Threads threads;
    private final ConcurrentMap<String, Integer> waiting = new ConcurrentHashMap<>();

    OpenThreads(Threads threads) {
        this.threads = threads;
    }

    boolean isOpen(String owner) {
        return waiting.containsKey(owner) || threads.conversation(owner).isPresent();
    }

    void begin(String owner) {
        waiting.merge(owner, 1, Integer::sum);
    }

    void end(String owner) {
        waiting.computeIfPresent(owner, (key, count) -> count == 1 ? null : count - 1);
    }
}
