package io.docent.command;

import io.docent.data.DataFolder;
import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What this machine has. */
final class MachineChecks {

    private static final int JAVA = 25;

    /** Counting goes no further: it only tells whether this is the right folder. */
    private static final int MOST_COUNTED = 100_000;

    private static final long GIGABYTE = 1_000_000_000;

    private MachineChecks() {}

    static Finding java(Environment settings) {
        Runtime.Version version = Runtime.version();
        return version.feature() >= JAVA
                ? Finding.good(
                        "Java",
                        version + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                                + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB of memory for Docent")
                : Finding.bad("Java", version.toString(), "install a JDK " + JAVA + " and start Docent with it");
    }

    static Finding folder(Environment settings) {
        String set = settings.getProperty("docent.ingest.folder", String.class).orElse("seeds");
        String todo = "set docent.ingest.folder (DOCENT_INGEST_FOLDER) to the folder with your documents";
        try {
            Path folder = Path.of(set);
            if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
                return Finding.bad("Documents", folder.toAbsolutePath() + " is not a folder that can be read", todo);
            }
            try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
                long count =
                        files.limit(MOST_COUNTED).filter(Files::isRegularFile).count();
                String told = "%,d %s in %s".formatted(count, count == 1 ? "file" : "files", folder.toAbsolutePath());
                return count == 0 ? Finding.poor("Documents", told, todo) : Finding.good("Documents", told);
            }
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            return Finding.bad("Documents", set + " cannot be read: " + e.getMessage(), todo);
        }
    }

    static Finding data(Environment settings) {
        String set = settings.getProperty("docent.data", String.class).orElse("data");
        try {
            Path folder = Path.of(set);
            Path there = existing(folder.toAbsolutePath());
            if (!Files.isDirectory(there) || !Files.isWritable(there)) {
                return Finding.bad(
                        "Data folder",
                        folder.toAbsolutePath() + " cannot be written",
                        "let this user write to it, or set docent.data (DOCENT_DATA) to another folder");
            }
            return Finding.good("Data folder", folder.toAbsolutePath() + (isHeld(folder) ? held(set) : ""));
        } catch (IOException | InvalidPathException e) {
            return Finding.bad(
                    "Data folder",
                    set + " cannot be used: " + e.getMessage(),
                    "set docent.data (DOCENT_DATA) to another folder");
        }
    }

    private static Path existing(Path path) {
        Path there = path;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    private static boolean isHeld(Path folder) throws IOException {
        Path lock = folder.resolve("lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken == null;
        } catch (OverlappingFileLockException e) {
            return true; // by a service in this very process
        }
    }

    private static String held(String folder) {
        return ", held by a running service"
                + DataFolder.addressOfHolder(folder)
                        .map(address -> " at " + address)
                        .orElse("");
    }

    static Finding disk(Environment settings) {
        String set = settings.getProperty("docent.data", String.class).orElse("data");
        try {
            long free =
                    Files.getFileStore(existing(Path.of(set).toAbsolutePath())).getUsableSpace();
            String told = "%.1f GB free for the data folder".formatted(free / (double) GIGABYTE);
            return free >= GIGABYTE
                    ? Finding.good("Disk", told)
                    : Finding.poor(
                            "Disk", told, "make room: an index takes about as much as its documents' text, threefold");
        } catch (IOException | InvalidPathException e) {
            return Finding.poor("Disk", "its room is not known: " + e.getMessage(), "look with df");
        }
    }

    static Finding port(Environment settings) {
        String host =
                settings.getProperty("micronaut.server.host", String.class).orElse("localhost");
        int port = settings.getProperty("micronaut.server.port", Integer.class).orElse(8080);
        if (port <= 0) {
            return Finding.good("Port", "any that is free");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return Finding.good("Port", host + ":" + port + " is free");
        } catch (IOException e) {
            String address = "http://" + host + ":" + port;
            return NetworkChecks.isDocent(address)
                    ? Finding.good("Port", address + ", where Docent runs")
                    : Finding.bad(
                            "Port",
                            host + ":" + port + " cannot be listened at: " + e.getMessage(),
                            "stop what uses it, or set MICRONAUT_SERVER_PORT to another port");
        }
    }

    static Finding tesseract(Environment settings) {
        Optional<String> languages = output("tesseract", "--list-langs");
        return languages
                .map(text -> Finding.good(
                        "Scans",
                        "Tesseract reads them, in "
                                + String.join(", ", text.lines().skip(1).toList())))
                .orElseGet(() -> Finding.poor(
                        "Scans",
                        "Tesseract is not installed: pages without text cannot be read",
                        "install it where you have scans (Debian: apt-get install tesseract-ocr)"));
    }

    private static Optional<String> output(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(output.strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
