package io.docent.document;

import java.util.List;

/**
 * A document as it was read: one stored text and what is known of its structure.
 *
 * @param id names it across its versions
 * @param title from its own metadata, first heading or first line, else the file name; never blank, one line
 * @param source path relative to the folder, or the upload's file name
 * @param mediaType for example {@code application/pdf}
 * @param text newlines are {@code \n}; no other control characters but tab, no unpaired surrogates; every span counts
 *     UTF-16 code units of it
 * @param headings in the order of the text
 * @param pages in the order of the text; empty where the format has none
 * @param hash SHA-256 of the original bytes, 64 lower-case hexadecimal digits
 */
public record Document(
        DocumentId id,
        String title,
        String source,
        String mediaType,
        String text,
        List<Heading> headings,
        List<Page> pages,
        String hash) {

    public Document {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a document needs a title");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("a document needs a source");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("a document needs text");
        }
        headings = List.copyOf(headings);
        pages = List.copyOf(pages);
        int last = 0;
        for (Heading heading : headings) {
            if (heading.start() < last || heading.start() >= text.length()) {
                throw new IllegalArgumentException("headings stand in the order of the text and inside it: " + heading);
            }
            last = heading.start();
        }
        last = 0;
        for (Page page : pages) {
            if (page.start() < last || page.start() > text.length()) {
                throw new IllegalArgumentException("pages stand in the order of the text and inside it: " + page);
            }
            last = page.start();
        }
    }
}
