package io.docent.ingest;

import io.docent.document.DocumentId;
import io.docent.document.RawDocument;
import io.docent.index.IndexException;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import io.docent.index.PassageIndex;
import io.docent.ingest.Ingestion.Indexed;
import io.docent.ingest.Ingestion.Unchanged;
import io.docent.ingest.Ingestion.Unreadable;
import io.docent.ingest.KeptUploads.Kept;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Documents that people hand over, rather than put into the folder. For any thread. */
@Singleton
public final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private static final int LONGEST_NAME = 255;

    private final Ingester ingester;
    private final Catalog catalog;
    private final PassageIndex index;
    private final KeptUploads kept;
    private final IngestSettings settings;
    private final Clock clock;

    Uploads(
            Ingester ingester,
            Catalog catalog,
            PassageIndex index,
            KeptUploads kept,
            IngestSettings settings,
            Clock clock) {
        this.ingester = ingester;
        this.catalog = catalog;
        this.index = index;
        this.kept = kept;
        this.settings = settings;
        this.clock = clock;
    }

    /** The name under which a file would be kept: its last part, without what no file name should have. */
    public static String nameOf(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}|[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]", " ")
                .strip();
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return "unnamed";
        }
        return name.length() > LONGEST_NAME
                ? name.substring(name.length() - LONGEST_NAME).strip()
                : name;
    }

    /** Whether a document of this name was uploaded before. */
    public boolean isTaken(String name) {
        return catalog.find(Origin.UPLOAD, name) != null;
    }

    /**
     * Indexes an upload in place of any other of the same name. On return it is durable and found, or nothing has
     * changed.
     *
     * @param name as {@link #nameOf} gives it
     */
    public Ingestion add(String name, @Nullable String mediaType, byte[] bytes) throws InterruptedException {
        if (bytes.length > settings.maximumFileSize()) {
            return new Unreadable(
                    name,
                    "it has %,d bytes, more than the %,d of docent.ingest.maximum-file-size; split it or raise that"
                            .formatted(bytes.length, settings.maximumFileSize()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean replaces = isTaken(name);
        try {
            Ingestion outcome = ingester.ingest(Origin.UPLOAD, new RawDocument(name, mediaType, bytes), now);
            if (outcome instanceof Indexed) {
                index.commit();
                kept.keep(name, mediaType, bytes, now);
            }
            return outcome;
        } catch (IOException e) {
            putBack(name, replaces);
            throw new IndexException("the upload " + name + " cannot be kept: " + e.getMessage(), e);
        } catch (IndexException e) {
            catalog.reload();
            throw e;
        }
    }

    /** Brings the index back to what is kept under a name. After a crash instead of this, {@link #restore} does. */
    private void putBack(String name, boolean replaced) throws InterruptedException {
        try {
            Kept before = replaced ? kept.find(name) : null;
            IndexedDocument now = catalog.find(Origin.UPLOAD, name);
            if (before != null) {
                restore(before);
            } else if (now != null) {
                ingester.remove(now.id());
            }
            index.commit();
        } catch (IOException | IndexException e) {
            LOG.warn("The index has a version of the upload {} that is not kept: {}", name, e.getMessage());
        }
    }

    /**
     * Deletes an upload.
     *
     * @return whether there was one with this id; false also for a file of the folder
     */
    public boolean delete(DocumentId id) {
        IndexedDocument document = catalog.find(id);
        if (document == null || document.origin() != Origin.UPLOAD) {
            return false;
        }
        try {
            kept.forget(document.source());
        } catch (IOException e) {
            throw new IndexException("the upload " + document.source() + " cannot be deleted: " + e.getMessage(), e);
        }
        try {
            ingester.remove(id);
            index.commit();
        } catch (IndexException e) {
            catalog.reload();
            throw e;
        }
        return true;
    }

    /** The original of an upload. */
    Optional<Kept> original(String name) {
        try {
            return Optional.ofNullable(kept.find(name));
        } catch (IOException e) {
            throw new IndexException("the upload " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Makes the index agree with the uploads that are kept, after a crash between the two or a lost index. */
    void restore() throws InterruptedException {
        try {
            for (Kept upload : kept.all()) {
                IndexedDocument known = catalog.find(Origin.UPLOAD, upload.name());
                if (known == null || !upload.hasContent(known.hash())) {
                    restore(upload);
                }
            }
            for (IndexedDocument document : catalog.all(Origin.UPLOAD)) {
                if (kept.find(document.source()) == null) {
                    ingester.remove(document.id());
                }
            }
        } catch (IOException e) {
            LOG.warn("The kept uploads cannot be read: {}", e.getMessage());
        }
    }

    private void restore(Kept upload) throws InterruptedException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(upload.content());
        } catch (IOException e) {
            LOG.warn("The upload {} cannot be restored: {} cannot be read", upload.name(), upload.content());
            return;
        }
        RawDocument raw = new RawDocument(upload.name(), upload.mediaType(), bytes);
        switch (ingester.ingest(Origin.UPLOAD, raw, upload.at())) {
            case Indexed indexed -> LOG.info("Restored the upload {}", indexed.source());
            case Unchanged unchanged -> {}
            case Unreadable unreadable ->
                LOG.warn("The upload {} cannot be restored: {}", unreadable.source(), unreadable.reason());
        }
    }
}
