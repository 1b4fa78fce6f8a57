package io.docent.channel.http;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.index.DocumentList;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import io.docent.ingest.Originals;
import io.docent.ingest.Uploads;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.types.files.SystemFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/** The documents that are indexed. */
@Controller("/api/documents")
@ExecuteOn(TaskExecutors.BLOCKING)
class DocumentController {

    private static final int MOST = 1_000;

    private final PassageIndex index;
    private final Uploads uploads;
    private final Originals originals;

    DocumentController(PassageIndex index, Uploads uploads, Originals originals) {
        this.index = index;
        this.uploads = uploads;
        this.originals = originals;
    }

    /** Documents by source, all or those with some words in their title or source. */
    @Get
    Documents list(
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "0") int offset,
            @QueryValue(defaultValue = "100") int limit) {
        if (offset < 0) {
            throw ProblemException.badRequest("offset is " + offset + "; it is 0 or more");
        }
        if (limit < 0 || limit > MOST) {
            throw ProblemException.badRequest("limit is " + limit + "; it is 0 to " + MOST);
        }
        try (PassageSearch search = index.search()) {
            DocumentList found = search.documents(q, offset, limit);
            return new Documents(
                    found.documents().stream().map(DocumentJson::of).toList(), found.total());
        }
    }

    @Get("/{id}")
    DocumentJson get(String id) {
        try (PassageSearch search = index.search()) {
            return search.document(KnownDocuments.id(id))
                    .map(DocumentJson::of)
                    .orElseThrow(() -> KnownDocuments.unknown(id));
        }
    }

    /** The stored text that all offsets count in. */
    @Get("/{id}/text")
    TextJson text(String id) {
        try (PassageSearch search = index.search()) {
            return search.read(KnownDocuments.id(id)).map(TextJson::of).orElseThrow(() -> KnownDocuments.unknown(id));
        }
    }

    /** The original, as a download that a browser never shows as a page of this server. */
    @Get("/{id}/file")
    HttpResponse<SystemFile> file(String id) {
        Originals.Original original =
                originals.find(KnownDocuments.id(id)).orElseThrow(() -> KnownDocuments.unknown(id));
        String source = original.document().source();
        String name = source.substring(source.lastIndexOf('/') + 1);
        return HttpResponse.ok(new SystemFile(original.file().toFile(), MediaType.APPLICATION_OCTET_STREAM_TYPE))
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(name))
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    }

    /** Deletes an upload; a file of the folder is deleted there. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(String id) throws InterruptedException {
        DocumentId known = KnownDocuments.id(id);
        if (uploads.delete(known)) {
            return;
        }
        try (PassageSearch search = index.search()) {
            IndexedDocument document = search.document(known).orElseThrow(() -> KnownDocuments.unknown(id));
            throw ProblemException.conflict("'" + document.source()
                    + "' is a file of the watched folder; delete it there and it leaves the index by itself");
        }
    }

    /**
     * A stretch of the list, and how long the list is.
     *
     * @param total how many there are, listed or not
     */
    @Serdeable
    record Documents(List<DocumentJson> documents, long total) {}

    /**
     * A document.
     *
     * @param id its name in other paths; kept when it is renamed or replaced
     * @param title from the document itself, or else from its file name
     * @param source path relative to the folder, or the upload's file name
     * @param upload whether a person handed it over; false for a file of the folder
     * @param mediaType such as {@code application/pdf}
     * @param characters of its stored text, in UTF-16 code units
     * @param passages how many it was split into
     * @param indexedAt when this version was
     * @param hash SHA-256 of the original bytes, in hexadecimal
     */
    @Serdeable
    record DocumentJson(
            String id,
            String title,
            String source,
            boolean upload,
            String mediaType,
            int characters,
            int passages,
            Instant indexedAt,
            String hash) {

        static DocumentJson of(IndexedDocument document) {
            return new DocumentJson(
                    document.id().value(),
                    document.title(),
                    document.source(),
                    document.origin() == Origin.UPLOAD,
                    document.mediaType(),
                    document.characters(),
                    document.passages(),
                    document.indexedAt(),
                    document.hash());
        }
    }

    /**
     * A document's stored text with its structure; all starts are offsets in UTF-16 code units.
     *
     * @param id its name in other paths
     * @param title from the document itself, or else from its file name
     * @param text what all offsets count in
     * @param headings in order
     * @param pages in order; empty where it has none
     * @param hash of the version that this is the text of
     */
    @Serdeable
    record TextJson(
            String id, String title, String text, List<HeadingJson> headings, List<PageJson> pages, String hash) {

        static TextJson of(Document document) {
            return new TextJson(
                    document.id().value(),
                    document.title(),
                    document.text(),
                    document.headings().stream()
                            .map(heading -> new HeadingJson(heading.level(), heading.title(), heading.start()))
                            .toList(),
                    document.pages().stream()
                            .map(page -> new PageJson(page.number(), page.start()))
                            .toList(),
                    document.hash());
        }
    }

    /**
     * A heading.
     *
     * @param level 1 for the outermost
     * @param title its text
     * @param start where it begins
     */
    @Serdeable
    record HeadingJson(int level, String title, int start) {}

    /**
     * A page.
     *
     * @param number from 1
     * @param start where it begins
     */
    @Serdeable
    record PageJson(int number, int start) {}
}
