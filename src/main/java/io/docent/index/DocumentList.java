package io.docent.index;

import java.util.List;

/**
 * A stretch of a longer list.
 *
 * @param documents in the order asked for
 * @param total how many there are in the whole list
 */
public record DocumentList(List<IndexedDocument> documents, long total) {

    public DocumentList {
        documents = List.copyOf(documents);
    }
}
