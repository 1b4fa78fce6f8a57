package io.docent.channel.mcp;

import io.docent.document.Document;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Spans of documents as resources; for any thread. */
@Singleton
final class Spans {

    private final Documents documents;

    Spans(Documents documents) {
        this.documents = documents;
    }

    ResourceTemplate template() {
        return ResourceTemplate.builder()
                .uriTemplate(Place.TEMPLATE)
                .name("span")
                .title("A span of a document")
                .description("The text of a document at [start, end), in UTF-16 code units, in the version that hash"
                        + " names: what citations and passages link to. Long spans are cut at 20,000 characters;"
                        + " read_document reads on.")
                .mimeType("text/plain")
                .build();
    }

    /**
     * What stands there.
     *
     * @throws McpError where nothing does
     */
    ReadResourceResult read(String uri) {
        Place place = Place.of(uri)
                .orElseThrow(
                        () -> missing(uri, "this is no address of a span; citations and search results have some"));
        Document document = document(uri, place);
        int length = document.text().length();
        if (!document.hash().equals(place.hash()) || place.span().end() > length) {
            throw missing(uri, "the document has changed since; ask or search again");
        }
        int end = Math.min(place.span().end(), place.span().start() + ReadTool.MOST);
        String text = document.text().substring(place.span().start(), end);
        return new ReadResourceResult(List.of(new TextResourceContents(uri, "text/plain", text)));
    }

    private Document document(String uri, Place place) {
        try {
            return documents.read(place.document().value());
        } catch (ToolException e) {
            throw missing(uri, "there is no such document any more; ask or search again");
        }
    }

    private static McpError missing(String uri, String why) {
        return McpError.builder(ErrorCodes.RESOURCE_NOT_FOUND)
                .message(why)
                .data(Map.of("uri", uri.length() > 300 ? uri.substring(0, 300) + "…" : uri))
                .build();
    }
}
