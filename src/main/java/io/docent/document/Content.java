package io.docent.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a format made of the bytes.
 *
 * @param text as it will be stored
 * @param headings in the order of the text
 * @param pages in the order of the text
 * @param ownTitle from the document's metadata, junk or not
 * @param otherwise where the title comes from when the metadata has none
 */
record Content(
        String text,
        List<Heading> headings,
        List<Page> pages,
        @Nullable String ownTitle,
        TitleSource otherwise) {

    /** Where a title is looked for when the document's metadata has none. */
    enum TitleSource {
        /** Its first heading, else its first line. */
        HEADING,
        /** Its first line, else its first heading. */
        FIRST_LINE,
        /** The file's name without extension. */
        FILE_NAME,
        /** The file's name as it is. */
        WHOLE_FILE_NAME
    }

    Content with(List<Heading> found) {
        return new Content(text, found, pages, ownTitle, otherwise);
    }

    Content titled(@Nullable String title) {
        return new Content(text, headings, pages, title, otherwise);
    }
}
