package io.docent.document;

import java.util.regex.Pattern;

/**
 * Names a document for as long as it lives: it survives new versions and new file names.
 *
 * @param value 1 to 64 lower-case letters, digits and hyphens, so that it stands in a path as it is
 */
public record DocumentId(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9-]{1,64}");

    public DocumentId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a document id is 1 to 64 lower-case letters, digits and hyphens, not '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
