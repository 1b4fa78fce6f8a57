package io.docent.index;

import io.docent.document.DocumentId;
import java.time.Instant;
import java.util.Locale;

/**
 * What the index knows of a document beside its text.
 *
 * @param id names it across its versions
 * @param origin a file of the folder or an upload
 * @param title for people
 * @param source path relative to the folder, or the upload's file name
 * @param mediaType for example {@code text/markdown}
 * @param language that its words are analysed in
 * @param characters length of its text in UTF-16 code units
 * @param passages how many it was split into
 * @param hash SHA-256 of the original bytes, in hexadecimal
 * @param size of the original in bytes
 * @param modified when the original was last changed, to a millisecond
 * @param indexedAt when this version was indexed
 */
public record IndexedDocument(
        DocumentId id,
        Origin origin,
        String title,
        String source,
        String mediaType,
        Locale language,
        int characters,
        int passages,
        String hash,
        long size,
        Instant modified,
        Instant indexedAt) {

    /** The same version of the same document under another name. */
    public IndexedDocument movedTo(String newSource, String newTitle, Instant newModified) {
        return new IndexedDocument(
                id,
                origin,
                newTitle,
                newSource,
                mediaType,
                language,
                characters,
                passages,
                hash,
                size,
                newModified,
                indexedAt);
    }
}
