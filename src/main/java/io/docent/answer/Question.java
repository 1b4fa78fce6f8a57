package io.docent.answer;

import io.docent.document.DocumentId;
import java.util.Set;

/**
 * What is asked.
 *
 * @param text standing alone; 1 to 2,000 characters after trimming
 * @param conversation what its asker said in this conversation, the question included; empty where it is the first
 * @param documents to answer from; empty for all
 */
public record Question(String text, String conversation, Set<DocumentId> documents) {

    public static final int LONGEST = 2_000;

    public Question {
        text = text.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a question has 1 to %,d characters, not %,d".formatted(LONGEST, text.length()));
        }
        documents = Set.copyOf(documents);
    }

    /** The first of a conversation. */
    public Question(String text, Set<DocumentId> documents) {
        this(text, "", documents);
    }
}
