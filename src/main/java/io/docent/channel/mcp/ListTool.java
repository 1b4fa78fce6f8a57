package io.docent.channel.mcp;

import io.docent.index.DocumentList;
import io.docent.index.IndexedDocument;
import io.docent.passage.Span;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists documents. */
@Singleton
final class ListTool implements Tool {

    private static final Set<String> ARGUMENTS = Set.of("text", "offset", "limit");

    private static final int LONGEST_TEXT = 200;

    private static final int MOST = 200;

    private static final int USUALLY = 50;

    private final Documents documents;

    ListTool(Documents documents) {
        this.documents = documents;
    }

    @Override
    public String name() {
        return "list_documents";
    }

    @Override
    public Result call(@Nullable Map<String, Object> values) {
        Arguments arguments = new Arguments(values, ARGUMENTS);
        int offset = arguments.number("offset", 0, 0, Integer.MAX_VALUE);
        DocumentList found = documents.list(
                arguments.optionalText("text", LONGEST_TEXT), offset, arguments.number("limit", USUALLY, 1, MOST));
        return new Result(
                new Listed(found.documents().stream().map(ListTool::document).toList(), found.total()), List.of());
    }

    private static Listing document(IndexedDocument document) {
        Span whole = new Span(0, Math.max(1, document.characters()));
        return new Listing(
                document.id().value(),
                document.title(),
                document.source(),
                document.mediaType(),
                document.characters(),
                new Place(document.id(), document.hash(), whole).uri());
    }

    /** As {@code outputSchema} of {@code list_documents.json} has it. */
    record Listed(List<Listing> documents, long total) {}

    /** A document. */
    record Listing(String documentId, String title, String source, String mediaType, int characters, String resource) {}
}
