package io.docent.document;

import org.jspecify.annotations.Nullable;

/**
 * A document as it was handed over, not yet read.
 *
 * @param name path relative to the folder with {@code /} between its parts, or the upload's file name; anything a
 *     person or a file system can come up with
 * @param mediaType what the sender says it is, or null
 * @param bytes the content; not copied, so whoever made it must not change it
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy of 50 MB would be waste
public record RawDocument(String name, @Nullable String mediaType, byte[] bytes) {

    public RawDocument {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a document needs a name");
        }
    }
}
