package io.docent.ingest;

import io.docent.document.ContentHash;
import io.docent.document.DocumentId;
import io.docent.document.RawDocument;
import io.docent.index.IndexException;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import io.docent.ingest.Ingestion.Indexed;
import io.docent.ingest.Ingestion.Unchanged;
import io.docent.ingest.Ingestion.Unreadable;
import io.docent.ingest.KeptUploads.Kept;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
    private final KeptUploads kept;
    private final Optional<UploadsMove> move;
    private final IngestSettings settings;
    private final Clock clock;

    Uploads(
            Ingester ingester,
            Catalog catalog,
            KeptUploads kept,
            Optional<UploadsMove> move,
            IngestSettings settings,
            Clock clock) {
        this.ingester = ingester;
        this.catalog = catalog;
        this.kept = kept;
        this.move = move;
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
        RawDocument raw = new RawDocument(name, mediaType, bytes);
        // From before it is read until it is kept: who deletes it meanwhile waits.
        try (Catalog.Hold hold = catalog.hold(Origin.UPLOAD, name)) {
            IndexedDocument before = hold.known();
            Ingestion outcome = ingester.ingest(hold, Origin.UPLOAD, raw, now);
            if (outcome instanceof Indexed) {
                commit(hold, before);
                keep(hold, before, raw, now);
            } else if (outcome instanceof Unchanged) {
                catalog.commit(); // of when it was uploaded
                keepMissing(raw, now);
            }
            return outcome;
        } catch (IndexException e) {
            catalog.reload();
            throw e;
        }
    }

    /** A failure elsewhere may have cost what was written here before this commit. */
    private void commit(Catalog.Hold hold, @Nullable IndexedDocument before) {
        catalog.commit();
        if (Objects.equals(hold.known(), before)) {
            throw new IndexException("the index could not be written for a while; send the upload again");
        }
    }

    private void keep(Catalog.Hold hold, @Nullable IndexedDocument before, RawDocument raw, Instant now)
            throws InterruptedException {
        try {
            kept.keep(raw.name(), raw.mediaType(), raw.bytes(), now);
        } catch (IOException | RuntimeException e) {
            putBack(hold, before, raw.name());
            throw new IndexException("the upload " + raw.name() + " cannot be kept: " + e.getMessage(), e);
        }
    }

    /** A crash may have come between indexing it and keeping it. */
    private void keepMissing(RawDocument raw, Instant now) {
        try {
            Kept upload = kept.find(raw.name());
            if (upload == null || !upload.hasContent(ContentHash.of(raw.bytes()))) {
                kept.keep(raw.name(), raw.mediaType(), raw.bytes(), now);
            }
        } catch (IOException e) {
            throw new IndexException("the upload " + raw.name() + " cannot be kept: " + e.getMessage(), e);
        }
    }

    /** Brings the index back to what is kept under a name. After a crash instead of this, {@link #restore} does. */
    private void putBack(Catalog.Hold hold, @Nullable IndexedDocument before, String name) throws InterruptedException {
        try {
            Kept replaced = before == null ? null : kept.find(name);
            if (replaced != null) {
                restore(hold, replaced);
            } else {
                ingester.remove(hold.id());
            }
            catalog.commit();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The index has a version of the upload {} that is not kept: {}", name, e.getMessage());
        }
    }

    /**
     * Deletes an upload.
     *
     * @return whether there was one with this id; false also for a file of the folder
     */
    public boolean delete(DocumentId id) throws InterruptedException {
        IndexedDocument document = catalog.find(id);
        if (document == null || document.origin() != Origin.UPLOAD) {
            return false;
        }
        try (Catalog.Hold hold = catalog.hold(Origin.UPLOAD, document.source())) {
            if (hold.known() == null) {
                return false;
            }
            kept.forget(document.source());
            ingester.remove(id);
            catalog.commit();
            return true;
        } catch (IOException e) {
            throw new IndexException("the upload " + document.source() + " cannot be deleted: " + e.getMessage(), e);
        } catch (IndexException e) {
            catalog.reload();
            throw e;
        }
    }

    /** The original of an upload. */
    Optional<Path> original(String name) {
        try {
            Kept upload = kept.find(name);
            return upload == null ? Optional.empty() : Optional.of(upload.content());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IndexException("the upload " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Makes the index agree with the uploads that are kept, after a crash between the two or a lost index. */
    void restore() throws InterruptedException {
        try {
            if (move.isPresent()) {
                move.get().run();
            }
            Map<String, IndexedDocument> known = new HashMap<>();
            catalog.all(Origin.UPLOAD).forEach(document -> known.put(document.source(), document));
            for (Kept upload : kept.all()) {
                if (!isIndexed(upload, known.remove(upload.name()))) {
                    agree(upload.name());
                }
            }
            if (kept.areComplete()) {
                for (String notKept : known.keySet()) {
                    agree(notKept);
                }
            }
        } catch (IOException e) {
            LOG.warn("The kept uploads cannot be read: {}", e.getMessage());
        }
    }

    private static boolean isIndexed(Kept upload, @Nullable IndexedDocument document) {
        return document != null && upload.hasContent(document.hash());
    }

    /** Somebody may deal with it just now: what counts is what there is when that is done. */
    private void agree(String name) throws IOException, InterruptedException {
        try (Catalog.Hold hold = catalog.hold(Origin.UPLOAD, name)) {
            Kept upload = kept.find(name);
            if (upload == null) {
                ingester.remove(hold.id());
            } else if (!isIndexed(upload, hold.known())) {
                restore(hold, upload);
            }
        }
    }

    private void restore(Catalog.Hold hold, Kept upload) throws InterruptedException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(upload.content());
        } catch (IOException e) {
            LOG.warn(
                    "The upload {} cannot be restored: its original cannot be read ({})",
                    upload.name(),
                    e.getMessage());
            return;
        }
        RawDocument raw = new RawDocument(upload.name(), upload.mediaType(), bytes);
        switch (ingester.ingest(hold, Origin.UPLOAD, raw, upload.at())) {
            case Indexed indexed -> LOG.info("Restored the upload {}", indexed.source());
            case Unchanged unchanged -> {}
            case Unreadable unreadable ->
                LOG.warn("The upload {} cannot be restored: {}", unreadable.source(), unreadable.reason());
        }
    }
}
