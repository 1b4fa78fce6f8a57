package io.docent.document;

/**
 * A heading of a document.
 *
 * @param level 1 for the outermost, up to 6
 * @param title the heading's text, as it stands at {@code start}, on one line
 * @param start offset of the heading's first character in the stored text
 */
public record Heading(int level, String title, int start) {

    public Heading {
        if (level < 1 || level > 6) {
            throw new IllegalArgumentException("a heading's level is 1 to 6, not " + level);
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("a heading needs a title");
        }
        if (start < 0) {
            throw new IllegalArgumentException("a heading starts at 0 or later, not at " + start);
        }
    }
}
