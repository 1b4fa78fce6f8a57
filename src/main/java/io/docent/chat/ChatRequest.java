package io.docent.chat;

import io.docent.document.DocumentId;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks something.
 *
 * @param channel by which it came, the name of its package: lower-case letters, at most 20
 * @param person who asks, and to whom the conversation belongs
 * @param conversationId that the question continues; null to begin one
 * @param question as it was typed, 1 to 2,000 characters after trimming
 * @param documents to answer from; empty for all
 */
public record ChatRequest(
        String channel, String person, @Nullable String conversationId, String question, Set<DocumentId> documents) {

    private static final Pattern CHANNEL = Pattern.compile("[a-z]{1,20}");

    public ChatRequest {
        if (!CHANNEL.matcher(channel).matches()) {
            throw new IllegalArgumentException("a channel is named by up to 20 letters, as in slack, not " + channel);
        }
        documents = Set.copyOf(documents);
    }
}
