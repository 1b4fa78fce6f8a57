package io.docent.ingest;

import io.docent.document.DocumentId;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files that documents were read from. For any thread. */
@Singleton
public final class Originals {

    private final Catalog catalog;
    private final DocumentFolder folder;
    private final Uploads uploads;

    Originals(Catalog catalog, DocumentFolder folder, Uploads uploads) {
        this.catalog = catalog;
        this.folder = folder;
        this.uploads = uploads;
    }

    /** The original of a document; empty where there is no such document or its file is gone. */
    public Optional<Original> find(DocumentId id) {
        IndexedDocument document = catalog.find(id);
        if (document == null) {
            return Optional.empty();
        }
        Optional<Path> file = document.origin() == Origin.FOLDER
                ? Optional.of(folder.resolve(document.source()))
                : uploads.original(document.source());
        return file.filter(Files::isRegularFile).map(path -> new Original(document, path));
    }

    /**
     * A document's original.
     *
     * @param file that may be gone or changed the next moment
     */
    public record Original(IndexedDocument document, Path file) {}
}
