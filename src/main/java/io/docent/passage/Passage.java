package io.docent.passage;

import io.docent.document.DocumentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a document that is found and quoted as one.
 *
 * @param document the document it is part of
 * @param position its place among the document's passages, from 0
 * @param headings the headings it stands under, outermost first
 * @param page the page its first character is on, or null where the document has no pages
 * @param span where it stands in the document's text
 * @param text the document's text at {@code span}
 */
public record Passage(
        DocumentId document,
        int position,
        List<String> headings,
        @Nullable Integer page,
        Span span,
        String text) {

    public Passage {
        if (position < 0) {
            throw new IllegalArgumentException("positions count from 0, not " + position);
        }
        if (text.length() != span.length()) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters does not stand at " + span);
        }
        headings = List.copyOf(headings);
    }
}
