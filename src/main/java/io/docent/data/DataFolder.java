package io.docent.data;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The data folder ({@code docent.data}), held by this process alone from start to end. */
@Context
public final class DataFolder implements AutoCloseable {

    /** What is said of a folder that another process has. */
    public static final String IN_USE = " is in use by another process";

    private static final String ADDRESS = "address";

    private static final int LONGEST_ADDRESS = 300;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    /** Makes the folder where it is missing and takes hold of it; what stands in the way stops the start. */
    DataFolder(@Value("${docent.data:data}") String setting) {
        try {
            path = Files.createDirectories(Path.of(setting)).toRealPath();
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = lock(channel);
            emptyTemporary();
        } catch (InvalidPathException e) {
            throw new ConfigurationException("docent.data is '" + setting + "', which is not a path", e);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "docent.data is '" + setting + "', which cannot be written (" + reason(e)
                            + "); allowed is a folder that this user may write to",
                    e);
        }
    }

    private FileLock lock(FileChannel channel) throws IOException {
        FileLock taken;
        try {
            taken = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            taken = null;
        }
        if (taken == null) {
            channel.close();
            throw new ConfigurationException(
                    "the data folder " + path + IN_USE + "; stop that one or set docent.data to another folder");
        }
        return taken;
    }

    /** Nobody else has the folder: what is in there was left by a process that was killed. */
    private void emptyTemporary() throws IOException {
        Path temporary = Files.createDirectories(temporary());
        try (Stream<Path> left = Files.walk(temporary)) {
            for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(temporary)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }

    /** Absolute, and there. */
    public Path path() {
        return path;
    }

    /** Tells others on this machine where the process that holds the folder answers. */
    public void tellAddress(String address) {
        try {
            Files.writeString(path.resolve(ADDRESS), address);
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + path + " cannot be written", e);
        }
    }

    /** Where the process that holds a data folder answers; empty where it has not told. Only true while it is held. */
    public static Optional<String> addressOfHolder(String folder) {
        try {
            String address = Files.readString(Path.of(folder).resolve(ADDRESS)).strip();
            return Optional.of(address).filter(text -> !text.isEmpty() && text.length() <= LONGEST_ADDRESS);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Where files are put that nobody needs after a restart: it is there, and empty at every start. */
    public Path temporary() {
        return path.resolve("temporary");
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    @PreDestroy
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path.resolve(ADDRESS));
        lock.release();
        channel.close();
    }
}
