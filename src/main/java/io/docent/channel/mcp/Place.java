package io.docent.channel.mcp;

import io.docent.document.DocumentId;
import io.docent.passage.Span;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of one version of a document as a resource: {@code docent://documents/ID/HASH/START/END}.
 *
 * @param hash of the version that the span belongs to
 */
record Place(DocumentId document, String hash, Span span) {

    /** As {@code resources/templates/list} tells it; path segments alone, which every client can fill in. */
    static final String TEMPLATE = "docent://documents/{documentId}/{hash}/{start}/{end}";

    private static final Pattern FORM = Pattern.compile(
            "docent://documents/(?<id>[a-z0-9-]{1,64})/(?<hash>[0-9a-f]{64})/(?<start>\\d{1,9})/(?<end>\\d{1,9})");

    static Optional<Place> of(String uri) {
        Matcher form = FORM.matcher(uri);
        if (!form.matches()) {
            return Optional.empty();
        }
        int start = Integer.parseInt(form.group("start"));
        int end = Integer.parseInt(form.group("end"));
        return start < end
                ? Optional.of(new Place(new DocumentId(form.group("id")), form.group("hash"), new Span(start, end)))
                : Optional.empty();
    }

    String uri() {
        return "docent://documents/" + document.value() + "/" + hash + "/" + span.start() + "/" + span.end();
    }

    /**
     * A link that a result of a tool shows.
     *
     * @param description for the reader, such as the quote
     */
    ResourceLink link(String name, String title, String description) {
        return ResourceLink.builder()
                .uri(uri())
                .name(name)
                .title(title)
                .description(description)
                .mimeType("text/plain")
                .build();
    }
}
