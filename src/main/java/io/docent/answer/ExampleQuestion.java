package io.docent.answer;

import io.docent.passage.Passage;
import io.docent.passage.Span;
import org.jspecify.annotations.Nullable;

/**
 * A question made from what a document says, and where it says so: it is a good one when its answer begins there.
 *
 * @param text what to ask
 * @param from the passage that it was made from
 * @param answer the sentence that answers it, in the document's text; null where any of the section does
 */
record ExampleQuestion(String text, Passage from, @Nullable Span answer) {

    /** Whether an answer begins with what the question was made from. */
    boolean isAnsweredBy(Citation first) {
        if (!first.document().equals(from.document())) {
            return false;
        }
        return answer == null
                ? first.headings().equals(from.headings())
                : first.span().overlaps(answer);
    }
}
