package io.docent.document;

import io.docent.document.ReadingWire.Request;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that reads documents one after the other: the same Java and the same classes as the service, a bounded heap,
 * temporary files of its own, and none of the service's environment, which may hold keys. For one caller at a time; only
 * {@link #end} may come from another thread.
 */
final class ReadingProcess {

    /** How a worker ends that cannot go on. */
    static final int FAILED = 70;

    /** How the JVM ends with {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int SECONDS_TO_START = 60;
    private static final int SECONDS_TO_END = 10;

    /** What Java and Tesseract need of it; what has keys in it does not go along. */
    static final Set<String> ENVIRONMENT =
            Set.of("PATH", "HOME", "LANG", "LANGUAGE", "TZ", "TESSDATA_PREFIX", "SYSTEMROOT", "OMP_THREAD_LIMIT");

    private final Process process;
    private final Path folder;
    private final DataInputStream in;
    private final DataOutputStream out;
    private long idleSince = System.nanoTime();
    private int documents;

    private ReadingProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    }

    /**
     * Starts one and waits until it is up.
     *
     * @param temporary where it gets a folder of its own
     * @param formats classes of the formats
     * @param memory bytes of its heap
     */
    static ReadingProcess start(Path temporary, List<String> formats, long memory) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(temporary), "read-");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + Math.max(16, memory >> 20) + "m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                // Gives back what a large document took.
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:+UseCompactObjectHeaders",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djavax.xml.accessExternalStylesheet=",
                "-Dlogback.configurationFile=io/docent/document/silent-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                ReadingWorker.class.getName()));
        command.addAll(formats);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(folder.resolve("log").toFile());
        builder.environment().keySet().removeIf(name -> !ENVIRONMENT.contains(name) && !name.startsWith("LC_"));
        ReadingProcess started = new ReadingProcess(builder.start(), folder);
        started.awaitStart();
        return started;
    }

    private void awaitStart() throws IOException {
        Thread late = Thread.ofVirtual().start(() -> endAfter(SECONDS_TO_START));
        try {
            if (in.read() != ReadingWire.READY) {
                int exit = exitValue();
                throw new IOException("it ended with " + exit + " before it was up" + lastWords());
            }
        } catch (IOException e) {
            end();
            throw e;
        } finally {
            late.interrupt();
        }
    }

    private void endAfter(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String lastWords() {
        File log = folder.resolve("log").toFile();
        try (Stream<String> lines = Files.lines(log.toPath())) {
            return lines.filter(line -> !line.isBlank())
                    .findFirst()
                    .map(line -> ": " + line)
                    .orElse("");
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }

    /** Whether it may be given a document. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it was given a document before the one it has. */
    boolean isWarm() {
        return documents > 1;
    }

    long idleNanos() {
        return System.nanoTime() - idleSince;
    }

    /**
     * Reads a document.
     *
     * @throws EndedException where the process ended instead
     */
    Document read(DocumentId id, Request request, Patience patience) throws IOException, UnreadableDocumentException {
        return ask(
                request,
                patience,
                ReadingWire.DOCUMENT,
                () -> ReadingWire.document(in, id, request.raw().name()));
    }

    /** Tells a document's media type; else as {@link #read}. */
    String mediaType(Request request, Patience patience) throws IOException, UnreadableDocumentException {
        return ask(request, patience, ReadingWire.MEDIA_TYPE, () -> ReadingWire.text(in));
    }

    private <T> T ask(Request request, Patience patience, int kind, TimeLimit.Reading<T> reply)
            throws IOException, UnreadableDocumentException {
        documents++;
        try {
            request.write(out);
            int said = in.read();
            while (said == ReadingWire.SCAN) {
                patience.askForScan();
                said = in.read();
            }
            if (said == ReadingWire.UNREADABLE) {
                throw new UnreadableDocumentException(ReadingWire.text(in));
            }
            if (said != kind) {
                throw new EOFException("said " + said);
            }
            return reply.read();
        } catch (IOException e) {
            throw new EndedException(exitValue(), e);
        } finally {
            idleSince = System.nanoTime();
        }
    }

    private int exitValue() {
        try {
            if (process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return -1;
    }

    /** Ends it at once, and whatever it started. */
    void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        exitValue();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | RuntimeException e) {
            // What stays is deleted at the next start.
        }
    }

    /** The process ended while it read a document. */
    static final class EndedException extends IOException {

        private static final long serialVersionUID = 1L;

        private final int exit;

        private EndedException(int exit, IOException cause) {
            super("the process that reads documents ended with " + exit, cause);
            this.exit = exit;
        }

        int exit() {
            return exit;
        }

        boolean isOutOfMemory() {
            return exit == OUT_OF_MEMORY;
        }
    }
}
