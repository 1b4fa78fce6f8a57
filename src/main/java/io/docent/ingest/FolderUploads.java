package io.docent.ingest;

import io.docent.data.DataFolder;
import io.docent.document.ContentHash;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In the data folder. Each has a content file and a small properties file that names it; the second is written last and
 * with one rename, so that an upload is there whole or not at all.
 */
@Singleton
@Requires(property = "docent.index.store", notEquals = "opensearch")
final class FolderUploads implements KeptUploads {

    /** Of the data folder. */
    static final String FOLDER = "uploads";

    /** Of the data folder, followed by something: has what went into the database. */
    static final String ASIDE = "uploads-in-database-";

    private static final Logger LOG = LoggerFactory.getLogger(FolderUploads.class);

    private static final String ENDING = ".properties";

    private final Path folder;

    FolderUploads(DataFolder data) {
        folder = data.resolve(FOLDER);
        try {
            if (!Files.exists(folder)) {
                bringBack(data.path());
            }
            Files.createDirectories(folder);
            forgetHalfWritten();
        } catch (IOException e) {
            throw new ConfigurationException(
                    "docent.data has the folder " + folder + ", which cannot be written (" + e.getMessage()
                            + "); allowed is a folder that this user may write to",
                    e);
        }
    }

    /** What went into the database with the index, for whoever goes back to the embedded one: both are as they were then. */
    private void bringBack(Path data) throws IOException {
        try (DirectoryStream<Path> aside = Files.newDirectoryStream(data, ASIDE + "*")) {
            for (Path one : aside) {
                if (Files.isDirectory(one.resolve(FOLDER)) && !Files.exists(folder)) {
                    Files.move(one.resolve(FOLDER), folder);
                    Files.deleteIfExists(one);
                    LOG.info("The uploads in {} are as they were before the index was in OpenSearch", folder);
                }
            }
        }
    }

    private void forgetHalfWritten() throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "new-*.part")) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    @Override
    public void keep(String name, @Nullable String mediaType, byte[] bytes, Instant at) throws IOException {
        String key = key(name);
        String contentFile = key + contentEnding(ContentHash.of(bytes));
        Kept before = read(folder.resolve(key + ENDING));
        write(folder.resolve(contentFile), bytes);
        Properties properties = new Properties();
        properties.setProperty("name", name);
        properties.setProperty("content", contentFile);
        properties.setProperty("at", at.toString());
        if (mediaType != null) {
            properties.setProperty("mediaType", mediaType);
        }
        StringWriter text = new StringWriter();
        properties.store(text, null);
        write(folder.resolve(key + ENDING), text.toString().getBytes(StandardCharsets.UTF_8));
        if (before != null && !before.content().equals(folder.resolve(contentFile))) {
            Files.deleteIfExists(before.content());
        }
    }

    @Override
    public void forget(String name) throws IOException {
        Path properties = folder.resolve(key(name) + ENDING);
        Kept kept = read(properties);
        Files.deleteIfExists(properties);
        if (kept != null) {
            Files.deleteIfExists(kept.content());
        }
    }

    @Override
    public @Nullable Kept find(String name) throws IOException {
        return read(folder.resolve(key(name) + ENDING));
    }

    @Override
    public List<Kept> all() throws IOException {
        List<Kept> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                Kept kept = read(file);
                if (kept != null) {
                    all.add(kept);
                }
            }
        }
        return all;
    }

    /** The index is in the same data folder. */
    @Override
    public boolean areComplete() {
        return true;
    }

    private @Nullable Kept read(Path file) throws IOException {
        Properties properties = new Properties();
        try (BufferedReader reader = new BufferedReader(new StringReader(Files.readString(file)))) {
            properties.load(reader);
            return kept(properties);
        } catch (NoSuchFileException e) {
            return null;
        } catch (CharacterCodingException | IllegalArgumentException | DateTimeException e) {
            LOG.warn("{} names no upload and is passed over; it may be deleted by hand.", file);
            return null;
        }
    }

    private Kept kept(Properties properties) {
        String name = properties.getProperty("name", "");
        String content = properties.getProperty("content", "");
        if (name.isEmpty() || content.isEmpty()) {
            throw new IllegalArgumentException("no name or no content");
        }
        Instant at = Instant.parse(properties.getProperty("at", ""));
        return new Kept(name, properties.getProperty("mediaType"), folder.resolve(content), at);
    }

    private void write(Path file, byte[] bytes) throws IOException {
        Path temporary = Files.createTempFile(folder, "new-", ".part");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static String contentEnding(String hash) {
        return "-" + hash.substring(0, 16) + ".content";
    }

    private static String key(String name) {
        return ContentHash.of(name.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    /**
     * An upload that is kept.
     *
     * @param name as it was uploaded
     * @param mediaType as the sender said, or null
     * @param content the original bytes
     * @param at when it was uploaded
     */
    record Kept(String name, @Nullable String mediaType, Path content, Instant at) implements KeptUploads.Kept {

        @Override
        public boolean hasContent(String hash) {
            return content.getFileName().toString().endsWith(contentEnding(hash));
        }
    }
}
