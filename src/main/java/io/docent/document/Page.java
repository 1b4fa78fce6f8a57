package io.docent.document;

/**
 * A page of a document that has pages: a PDF's, or a slide, or a sheet.
 *
 * @param number counted from 1
 * @param start offset of the page's first character in the stored text; it ends where the next one starts
 */
public record Page(int number, int start) {

    public Page {
        if (number < 1) {
            throw new IllegalArgumentException("pages count from 1, not " + number);
        }
        if (start < 0) {
            throw new IllegalArgumentException("a page starts at 0 or later, not at " + start);
        }
    }
}
