package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.document.Heading;
import io.docent.document.Page;
import io.docent.index.EmbeddedPassage;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import io.docent.index.Term;
import io.docent.index.TermAnalyzer;
import io.docent.index.TokenVectors;
import io.docent.index.Vectors;
import io.docent.passage.Passage;
import io.docent.passage.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A document of Docent as documents of OpenSearch: its passages, its content and its record. */
final class Sources {

    /** Lucene refuses a longer term; of a name that long the beginning is enough to find it by. */
    private static final int LONGEST_TERM = 8_000;

    private Sources() {}

    static Map<String, Object> passage(EmbeddedPassage embedded, Locale language, TermAnalyzer analyzer) {
        Passage passage = embedded.passage();
        byte[] vector = Vectors.quantise(embedded.embedding());
        Map<String, Object> fields = new HashMap<>();
        fields.put("position", passage.position());
        fields.put("words", terms(passage.text(), language, analyzer));
        fields.put("context", terms(embedded.context(), language, analyzer));
        fields.put("vector", Queries.vector(vector));
        fields.put("embedding", vector);
        if (embedded.tokens().size() > 0) {
            fields.put("tokens", embedded.tokens().toBytes());
        }
        fields.put("start", passage.span().start());
        fields.put("headings", passage.headings());
        fields.put("text", passage.text());
        if (passage.page() != null) {
            fields.put("page", passage.page());
        }
        return fields;
    }

    private static String terms(String text, Locale language, TermAnalyzer analyzer) {
        return analyzer.analyze(text, language).stream().map(Term::text).collect(Collectors.joining(" "));
    }

    static Passage passage(JsonNode fields) {
        int start = fields.path("start").asInt();
        String text = fields.path("text").asText();
        List<String> headings = new ArrayList<>();
        fields.path("headings").forEach(heading -> headings.add(heading.asText()));
        return new Passage(
                new DocumentId(fields.path("document").asText()),
                fields.path("position").asInt(),
                headings,
                fields.has("page") ? fields.path("page").asInt() : null,
                new Span(start, start + text.length()),
                text);
    }

    /** @param title that it was embedded with */
    static EmbeddedPassage embedded(JsonNode fields, String title) {
        Passage passage = passage(fields);
        return new EmbeddedPassage(
                passage,
                EmbeddedPassage.context(title, passage.headings()),
                Vectors.restore(embedding(fields)),
                tokens(fields));
    }

    static byte[] embedding(JsonNode fields) {
        return binary(fields.path("embedding"));
    }

    static TokenVectors tokens(JsonNode fields) {
        byte[] bytes = binary(fields.path("tokens"));
        return bytes.length == 0 ? TokenVectors.NONE : TokenVectors.of(bytes, 0, bytes.length);
    }

    private static byte[] binary(JsonNode field) {
        try {
            return field.isMissingNode() ? new byte[0] : field.binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException("what was written as Base64 can be read as such", e);
        }
    }

    static Map<String, Object> content(Document document) {
        return Map.of(
                // The one that its passages were embedded with, whatever it is called later.
                "record",
                Map.of("title", document.title()),
                "text",
                document.text(),
                "headings",
                document.headings().stream()
                        .map(one -> List.<Object>of(one.level(), one.title(), one.start()))
                        .toList(),
                "pages",
                document.pages().stream()
                        .map(one -> List.of(one.number(), one.start()))
                        .toList());
    }

    /** A document from its content and its record. */
    static Document document(JsonNode content, IndexedDocument record) {
        List<Heading> headings = new ArrayList<>();
        content.path("headings")
                .forEach(one -> headings.add(new Heading(
                        one.path(0).asInt(), one.path(1).asText(), one.path(2).asInt())));
        List<Page> pages = new ArrayList<>();
        content.path("pages")
                .forEach(one ->
                        pages.add(new Page(one.path(0).asInt(), one.path(1).asInt())));
        return new Document(
                record.id(),
                record.title(),
                record.source(),
                record.mediaType(),
                content.path("text").asText(),
                headings,
                pages,
                record.hash());
    }

    /**
     * What is known of a document.
     *
     * @param content the version of its passages and content
     */
    static Map<String, Object> record(IndexedDocument record, String content) {
        String names = (record.title() + '\n' + record.source()).toLowerCase(Locale.ROOT);
        Map<String, Object> whole = new HashMap<>();
        whole.put("origin", record.origin().name());
        whole.put("title", record.title());
        whole.put("source", record.source());
        whole.put("mediaType", record.mediaType());
        whole.put("characters", record.characters());
        whole.put("passages", record.passages());
        whole.put("hash", record.hash());
        whole.put("size", record.size());
        whole.put("modified", record.modified().toEpochMilli());
        whole.put("indexed", record.indexedAt().toEpochMilli());
        return Map.of(
                "content",
                content,
                "source",
                term(record.source()),
                "names",
                term(names),
                "language",
                record.language().toLanguageTag(),
                "record",
                whole);
    }

    static IndexedDocument record(JsonNode fields) {
        JsonNode whole = fields.path("record");
        return new IndexedDocument(
                new DocumentId(fields.path("document").asText()),
                Origin.valueOf(whole.path("origin").asText()),
                whole.path("title").asText(),
                whole.path("source").asText(),
                whole.path("mediaType").asText(),
                Locale.forLanguageTag(fields.path("language").asText()),
                whole.path("characters").asInt(),
                whole.path("passages").asInt(),
                whole.path("hash").asText(),
                whole.path("size").asLong(),
                Instant.ofEpochMilli(whole.path("modified").asLong()),
                Instant.ofEpochMilli(whole.path("indexed").asLong()));
    }

    /** A name as it is looked for. */
    static String term(String text) {
        return text.length() > LONGEST_TERM ? text.substring(0, LONGEST_TERM) : text;
    }
}
