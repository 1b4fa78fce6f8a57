package io.docent.channel.mcp;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.index.DocumentList;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The documents that tools speak of; for any thread. */
@Singleton
final class Documents {

    private final PassageIndex index;

    Documents(PassageIndex index) {
        this.index = index;
    }

    DocumentList list(String text, int offset, int limit) {
        try (PassageSearch search = index.search()) {
            return search.documents(text, offset, limit);
        }
    }

    /**
     * A document with its text.
     *
     * @throws ToolException where there is none
     */
    Document read(String id) {
        try (PassageSearch search = index.search()) {
            return search.read(id(id)).orElseThrow(() -> unknown(id));
        }
    }

    /**
     * Ids of documents that there are.
     *
     * @throws ToolException where one is unknown: an answer from other documents would be wrong
     */
    Set<DocumentId> known(List<String> ids) {
        Set<DocumentId> known = new LinkedHashSet<>();
        try (PassageSearch search = index.search()) {
            for (String id : ids) {
                known.add(search.document(id(id)).orElseThrow(() -> unknown(id)).id());
            }
        }
        return known;
    }

    private static DocumentId id(String text) {
        try {
            return new DocumentId(text);
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    private static ToolException unknown(String id) {
        return new ToolException("there is no document " + (id.length() > 64 ? id.substring(0, 64) + "…" : id)
                + "; list_documents and search tell the ids there are");
    }
}
