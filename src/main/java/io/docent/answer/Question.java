package io.docent.answer;

import io.docent.document.DocumentId;
import java.util.Set;

/**
 * What is asked.
 *
 * @param text standing alone; 1 to 2,000 characters after trimming
 * @param documents to answer from; empty for all
 */
public record Question(String text, Set<DocumentId> documents) {

    public static final int LONGEST = 2_000;

    public Question {
        text = text.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a question has 1 to %,d characters, not %,d".formatted(LONGEST, text.length()));
        }
        documents = Set.copyOf(documents);
    }
}
