package io.docent.answer;

import io.docent.document.DocumentId;
import io.docent.index.IndexedDocument;
import io.docent.passage.Passage;
import io.docent.passage.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands.
 *
 * @param number by which markers in the answer name it, from 1
 * @param document the document
 * @param title the document's title
 * @param source path or upload name
 * @param page of the quote's first character, or null where the document has no pages
 * @param headings the quote stands under, outermost first
 * @param quote the document's text at {@code span}, exactly
 * @param span in the text of the version of {@code hash}
 * @param hash of the document's version, SHA-256 in hexadecimal
 */
public record Citation(
        int number,
        DocumentId document,
        String title,
        String source,
        @Nullable Integer page,
        List<String> headings,
        String quote,
        Span span,
        String hash) {

    public Citation {
        if (number < 1) {
            throw new IllegalArgumentException("citations count from 1, not " + number);
        }
        if (quote.length() != span.length()) {
            throw new IllegalArgumentException(
                    "a quote of " + quote.length() + " characters does not stand at " + span);
        }
        headings = List.copyOf(headings);
    }

    /** Where the viewer shows it: an address relative to this server, of ids and numbers alone. */
    public String path() {
        return path(document, span, hash);
    }

    /** The same of any span of a document's version. */
    public static String path(DocumentId document, Span span, String hash) {
        return "/documents/" + document.value() + "?start=" + span.start() + "&end=" + span.end() + "&hash=" + hash;
    }

    /**
     * Cites a part of a passage.
     *
     * @param inPassage offsets in the passage's text
     */
    static Citation of(int number, Passage passage, IndexedDocument document, Span inPassage) {
        return new Citation(
                number,
                document.id(),
                document.title(),
                document.source(),
                passage.page(),
                passage.headings(),
                inPassage.of(passage.text()),
                inPassage.shift(passage.span().start()),
                document.hash());
    }
}
