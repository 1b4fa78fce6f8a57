package io.docent.evaluation;

import io.docent.passage.Span;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer stands.
 *
 * @param source name of the document
 * @param span in the document's file as text, or null for the whole document
 * @param grade how well it answers; 1 where nothing else is said
 */
record Place(String source, @Nullable Span span, double grade) {

    Place {
        if (!(grade > 0)) {
            throw new IllegalArgumentException("a place that answers has a grade above 0, not " + grade);
        }
    }

    static Place document(String source) {
        return new Place(source, null, 1);
    }

    static Place span(String source, int start, int end) {
        return new Place(source, new Span(start, end), 1);
    }
}
