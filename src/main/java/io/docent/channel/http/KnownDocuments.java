package io.docent.channel.http;

import io.docent.document.DocumentId;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads ids of documents from requests. */
@Singleton
final class KnownDocuments {

    private final PassageIndex index;

    KnownDocuments(PassageIndex index) {
        this.index = index;
    }

    /** An id from a path, of a document or not. */
    static DocumentId id(String text) {
        try {
            return new DocumentId(text);
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    static ProblemException unknown(String id) {
        return ProblemException.notFound("there is no document " + (id.length() > 64 ? id.substring(0, 64) + "…" : id));
    }

    private static DocumentId known(String field, String text, PassageSearch search) {
        try {
            DocumentId id = id(text);
            if (search.document(id).isPresent()) {
                return id;
            }
        } catch (ProblemException e) {
            throw ProblemException.notFound(field + ": " + e.getMessage());
        }
        throw ProblemException.notFound(field + ": there is no document " + text);
    }

    /**
     * Ids from a field of a request.
     *
     * @throws ProblemException where one is unknown: an answer from other documents would be wrong
     */
    Set<DocumentId> check(String field, List<String> texts) {
        Set<DocumentId> ids = new LinkedHashSet<>();
        if (texts.isEmpty()) {
            return ids;
        }
        try (PassageSearch search = index.search()) {
            for (String text : texts) {
                ids.add(known(field, text, search));
            }
        }
        return ids;
    }
}
