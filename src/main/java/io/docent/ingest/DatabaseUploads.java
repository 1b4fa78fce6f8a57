package io.docent.ingest;

import io.docent.data.DataFolder;
import io.docent.document.ContentHash;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In the database, where every process that shares it finds them. Whoever wants to read one gets a copy among the temporary
 * files. Not final, since transactions are woven in.
 */
@Singleton
@Requires(property = "docent.index.store", value = "opensearch")
class DatabaseUploads implements KeptUploads {

    /** H2 takes up to a megabyte in one value. */
    private static final int PART_BYTES = 500_000;

    /** Copies that are left lying for the next who asks. */
    private static final int MOST_COPIES = 50;

    private static final String COPY = "upload-";

    private final UploadRepository uploads;
    private final UploadPartRepository parts;
    private final Path temporary;

    DatabaseUploads(UploadRepository uploads, UploadPartRepository parts, DataFolder data) {
        this.uploads = uploads;
        this.parts = parts;
        this.temporary = data.temporary();
    }

    @Override
    @Transactional
    public void keep(String name, @Nullable String mediaType, byte[] bytes, Instant at) {
        String id = UUID.randomUUID().toString().replace("-", "");
        uploads.remove(key(name));
        uploads.insert(id, key(name), name, mediaType, ContentHash.of(bytes), bytes.length, at);
        for (int from = 0; from < bytes.length; from += PART_BYTES) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART_BYTES));
            parts.insert(id, from / PART_BYTES, part);
        }
    }

    @Override
    public void forget(String name) {
        uploads.remove(key(name));
    }

    @Override
    public @Nullable Kept find(String name) {
        return uploads.findByNameHash(key(name)).map(Stored::new).orElse(null);
    }

    @Override
    public List<Kept> all() {
        return uploads.list().stream().<Kept>map(Stored::new).toList();
    }

    /** A process that was given another database by mistake must not empty the index of all. */
    @Override
    public boolean areComplete() {
        return false;
    }

    private static String key(String name) {
        return ContentHash.of(name.getBytes(StandardCharsets.UTF_8));
    }

    private Path copy(StoredUpload upload) throws IOException {
        Path copy = temporary.resolve(COPY + upload.id());
        if (!Files.exists(copy)) {
            makeRoom();
            Path part = Files.createTempFile(temporary, "copy-", ".part");
            try {
                write(upload, part);
                Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        }
        return copy;
    }

    private void write(StoredUpload upload, Path file) throws IOException {
        long left = upload.size();
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int position = 0; left > 0; position++) {
                Optional<UploadPart> part = parts.find(upload.id(), position);
                if (part.isEmpty()) {
                    throw new NoSuchFileException(upload.name(), null, "it was replaced or deleted just now");
                }
                out.write(part.get().bytes());
                left -= part.get().bytes().length;
            }
        } catch (DataAccessException e) {
            throw new IOException("the database does not give it: " + e.getMessage(), e);
        }
    }

    /** Who reads a file that is deleted goes on reading it. */
    private void makeRoom() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            List<Path> copies = files.filter(
                            file -> file.getFileName().toString().startsWith(COPY))
                    .sorted(Comparator.comparingLong(
                                    (Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
            for (Path old : copies.subList(Math.min(MOST_COPIES - 1, copies.size()), copies.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    private final class Stored implements Kept {
        private final StoredUpload row;

        Stored(StoredUpload row) {
            this.row = row;
        }

        @Override
        public String name() {
            return row.name();
        }

        @Override
        public @Nullable String mediaType() {
            return row.mediaType();
        }

        @Override
        public Instant at() {
            return row.uploadedAt();
        }

        @Override
        public boolean hasContent(String hash) {
            return row.contentHash().equals(hash);
        }

        @Override
        public Path content() throws IOException {
            return copy(row);
        }
    }
}
