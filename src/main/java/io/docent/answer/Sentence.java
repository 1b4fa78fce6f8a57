package io.docent.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of an answer, or a list or table that is quoted as one.
 *
 * @param text without markers
 * @param citations numbers of the citations that bear it out, best first
 * @param support the verdict
 * @param reason why it is unsupported, for the reader; null otherwise
 */
public record Sentence(
        String text,
        List<Integer> citations,
        Support support,
        @Nullable String reason) {

    public Sentence {
        citations = List.copyOf(citations);
        if ((support == Support.UNSUPPORTED) != (reason != null)) {
            throw new IllegalArgumentException("an unsupported sentence, and no other, has a reason");
        }
        if (support == Support.QUOTED && citations.isEmpty()) {
            throw new IllegalArgumentException("a quoted sentence has a citation");
        }
    }

    static Sentence quoted(String text, int citation) {
        return new Sentence(text, List.of(citation), Support.QUOTED, null);
    }
}
