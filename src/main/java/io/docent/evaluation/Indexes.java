package io.docent.evaluation;

import io.docent.document.ContentHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the index of each data set is: for one run, or kept in a folder for the next. */
final class Indexes implements AutoCloseable {

    private final @Nullable Path kept;
    private final Path temporary;

    /** With a folder to keep indexes in, or null. */
    Indexes(@Nullable Path kept) {
        this.kept = kept;
        try {
            this.temporary = Files.createTempDirectory("docent-evaluation-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made", e);
        }
    }

    /** The data folder for a set: another one for other documents. */
    Path folder(DataSet set) {
        return kept == null
                ? temporary.resolve(FileNames.safe(set.name()))
                : kept.resolve(
                        FileNames.safe(set.name()) + "-" + hash(set.documents()).substring(0, 12));
    }

    /** Of a file. */
    static String hash(Path file) {
        try {
            return ContentHash.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Of all names and contents. */
    static String hash(List<Original> documents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Original document : documents) {
                digest.update(document.name().getBytes(StandardCharsets.UTF_8));
                digest.update(ContentHash.of(document.bytes().get()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(temporary)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(temporary + " cannot be removed", e);
        }
    }
}
