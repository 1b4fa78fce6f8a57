package io.docent.ingest;

import io.docent.document.ContentHash;
import io.docent.document.DocumentId;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** What a document goes by: there is one of each name. */
record DocumentName(Origin origin, String source) {

    static DocumentName of(IndexedDocument document) {
        return new DocumentName(document.origin(), document.source());
    }

    /**
     * An id made from the name, so that links survive an index that had to be made anew; and another where a document
     * that was renamed since still has that one.
     */
    DocumentId newId(Predicate<DocumentId> isTaken) {
        for (int attempt = 0; ; attempt++) {
            DocumentId id = new DocumentId(hash(attempt).substring(0, 16));
            if (!isTaken.test(id)) {
                return id;
            }
        }
    }

    /** 64 hexadecimal digits, other ones for other names. */
    String hash(int attempt) {
        return ContentHash.of((origin + "\n" + source + "\n" + attempt).getBytes(StandardCharsets.UTF_8));
    }
}
