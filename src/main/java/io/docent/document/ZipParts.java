package io.docent.document;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** The parts of a zip file by their names. For one thread. */
final class ZipParts implements AutoCloseable {

    /** More than any document holds in text. */
    private static final long MOST_BYTES = 100L << 20;

    private final ZipFile zip;
    private long read;

    private ZipParts(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws IOException where its directory, which stands at its end, is not there or does not fit */
    static ZipParts of(byte[] bytes) throws IOException {
        return new ZipParts(ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get());
    }

    static void check(byte[] bytes) throws IOException {
        of(bytes).close();
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** Null where there is no such part. */
    byte @Nullable [] bytes(String name) throws IOException, UnreadableDocumentException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] part = in.readNBytes((int) (MOST_BYTES - read) + 1);
            read += part.length;
            if (read > MOST_BYTES) {
                throw TikaXhtml.bomb(null);
            }
            return part;
        }
    }

    /** Null where there is no such part. */
    @Nullable
    String text(String name) throws IOException, UnreadableDocumentException {
        byte[] bytes = bytes(name);
        return bytes == null ? null : TextBytes.decode(bytes);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
