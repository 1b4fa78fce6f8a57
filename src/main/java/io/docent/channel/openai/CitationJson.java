package io.docent.channel.openai;

import io.docent.answer.Citation;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands, as {@code POST /api/chat} tells it.
 *
 * @param number by which the answer's markers name it, from 1
 * @param documentId the document
 * @param title the document's title
 * @param source path relative to the folder, or the upload's file name
 * @param page of the quote's first character; null where the document has no pages
 * @param headings the quote stands under, outermost first
 * @param quote the stored text at {@code [start, end)}, exactly
 * @param start in UTF-16 code units of the stored text
 * @param end in UTF-16 code units of the stored text
 * @param hash of the document's version that the offsets belong to
 * @param link to the viewer, relative to this server
 */
@Serdeable
record CitationJson(
        int number,
        String documentId,
        String title,
        String source,
        @Nullable Integer page,
        List<String> headings,
        String quote,
        int start,
        int end,
        String hash,
        String link) {

    static CitationJson of(Citation citation) {
        return new CitationJson(
                citation.number(),
                citation.document().value(),
                citation.title(),
                citation.source(),
                citation.page(),
                citation.headings(),
                citation.quote(),
                citation.span().start(),
                citation.span().end(),
                citation.hash(),
                citation.path());
    }
}
