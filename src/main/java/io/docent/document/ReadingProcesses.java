package io.docent.document;

import io.docent.data.DataFolder;
import io.docent.document.ReadingProcess.EndedException;
import io.docent.document.ReadingWire.Request;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * The processes in which documents are read: started when they are needed, used again while they are well, ended when
 * they hang and when they were idle for a while. For any thread; not final, since schedules are woven in.
 */
@Singleton
class ReadingProcesses {

    /** Parsers take many times a file's size: large ones are read one at a time, whatever the number of processes. */
    private static final int LARGE = 2 << 20;

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Semaphore large = new Semaphore(1);

    /** As many as read the folder side by side, and one that hangs keeps not all waiting. */
    private final Semaphore places =
            new Semaphore(Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4));

    private final Deque<ReadingProcess> idle = new ArrayDeque<>();
    private final Path temporary;
    private final List<String> formats;
    private final DocumentSettings settings;

    ReadingProcesses(DataFolder data, List<DocumentFormat> formats, DocumentSettings settings) {
        this.temporary = data.temporary();
        this.formats =
                formats.stream().map(format -> format.getClass().getName()).toList();
        this.settings = settings;
    }

    /** Asks one process. */
    private interface Asking<T> {
        T ask(ReadingProcess process, Request request, Patience patience)
                throws IOException, UnreadableDocumentException;
    }

    Document read(DocumentId id, RawDocument raw) throws UnreadableDocumentException {
        return ask(raw, true, (process, request, patience) -> process.read(id, request, patience));
    }

    String mediaType(RawDocument raw) throws UnreadableDocumentException {
        return ask(raw, false, ReadingProcess::mediaType);
    }

    private <T> T ask(RawDocument raw, boolean whole, Asking<T> asking) throws UnreadableDocumentException {
        Request request = new Request(whole, settings.maxCharacters(), raw);
        boolean isLarge = raw.bytes().length > LARGE;
        try {
            if (isLarge) {
                large.acquire();
            }
            try {
                places.acquire();
                try {
                    return askOne(request, asking);
                } finally {
                    places.release();
                }
            } finally {
                if (isLarge) {
                    large.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UnreadableDocumentException.forNow(
                    "reading it was interrupted; it is read again at the next scan", e);
        }
    }

    private <T> T askOne(Request request, Asking<T> asking) throws UnreadableDocumentException {
        ReadingProcess process = take();
        try {
            return ask(process, request, asking);
        } catch (EndedException e) {
            if (!process.isWarm()) {
                throw reason(e);
            }
        }
        // What the documents before left behind may have ended it.
        try {
            return ask(start(), request, asking);
        } catch (EndedException e) {
            throw reason(e);
        }
    }

    private <T> T ask(ReadingProcess process, Request request, Asking<T> asking)
            throws EndedException, UnreadableDocumentException {
        Patience patience = new Patience(settings);
        try {
            return TimeLimit.run(patience, () -> asking.ask(process, request, patience), process::end);
        } catch (EndedException e) {
            process.end();
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            giveBack(process);
        }
    }

    private ReadingProcess take() throws UnreadableDocumentException {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                ReadingProcess process = idle.pop();
                if (process.isAlive()) {
                    return process;
                }
                process.end();
            }
        }
        return start();
    }

    private void giveBack(ReadingProcess process) {
        if (process.isAlive()) {
            synchronized (idle) {
                idle.push(process);
            }
        } else {
            process.end();
        }
    }

    private ReadingProcess start() throws UnreadableDocumentException {
        try {
            return ReadingProcess.start(temporary, formats, settings.memory());
        } catch (IOException e) {
            throw UnreadableDocumentException.forNow(
                    "the process that reads documents cannot be started (" + e.getMessage()
                            + "); it is tried again at the next scan. See that the disk and the memory have room,"
                            + " else start Docent again",
                    e);
        }
    }

    private UnreadableDocumentException reason(EndedException e) {
        if (e.isOutOfMemory()) {
            return new UnreadableDocumentException(
                    "reading it takes more memory than the %d MB that docent.documents.memory allows; split it or raise that"
                            .formatted(settings.memory() >> 20),
                    e);
        }
        return new UnreadableDocumentException(
                "reading it ended the process that reads documents (exit code " + e.exit()
                        + "); it may be damaged, or too large for this machine's memory: save it again from the program"
                        + " it is from, or split it",
                e);
    }

    /** Ends those that had nothing to do for a while. */
    @Scheduled(initialDelay = "10s", fixedDelay = "10s")
    void endIdle() {
        endWhere(IDLE.toNanos());
    }

    private void endWhere(long idleNanos) {
        synchronized (idle) {
            idle.removeIf(process -> {
                boolean over = process.idleNanos() >= idleNanos;
                if (over) {
                    process.end();
                }
                return over;
            });
        }
    }

    @PreDestroy
    void end() {
        endWhere(0);
    }
}
