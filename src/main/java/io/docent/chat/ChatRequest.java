package io.docent.chat;

import io.docent.document.DocumentId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks something.
 *
 * @param person who asks, and to whom the conversation belongs
 * @param conversationId that the question continues; null to begin one
 * @param question as it was typed, 1 to 2,000 characters after trimming
 * @param documents to answer from; empty for all
 */
public record ChatRequest(String person, @Nullable String conversationId, String question, Set<DocumentId> documents) {

    public ChatRequest {
        documents = Set.copyOf(documents);
    }
}
