package io.docent.document;

import io.docent.document.ReadingWire.Request;
import jakarta.inject.Provider;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.LogManager;

/**
 * The process that reads documents: takes one after the other on its standard input and replies on its standard output,
 * as {@link ReadingWire} has it. Ends when that input does, so that it never outlives the service, and after a document
 * that may have left it broken. Its arguments are the classes of the formats.
 */
final class ReadingWorker {

    private static final Set<String> NETWORK = Set.of("http", "https", "ftp", "mailto");

    private final Parsing parsing;
    private final Recognition recognition;
    private final DataOutputStream out;

    private ReadingWorker(Recognition recognition, DataOutputStream out) {
        this.recognition = recognition;
        this.parsing = new Parsing(recognition);
        this.out = out;
    }

    public static void main(String[] formats) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // What a library prints is no reply.
        System.setOut(System.err);
        LogManager.getLogManager().reset();
        offerToTheKernel();
        closeTheNetwork();
        out.writeByte(ReadingWire.READY);
        out.flush();
        new ReadingWorker(recognition(formats), out).work(in);
    }

    /** Where the machine runs out of memory, Linux ends this process rather than the service. */
    private static void offerToTheKernel() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), "800");
        } catch (IOException | SecurityException e) {
            // Another system, or not allowed: then it chooses by size.
        }
    }

    /** Every parser is told not to fetch what a document refers to; one that does all the same finds nothing. */
    private static void closeTheNetwork() {
        URL.setURLStreamHandlerFactory(protocol -> NETWORK.contains(protocol) ? new Nowhere() : null);
    }

    private static Recognition recognition(String[] formats) {
        List<DocumentFormat> made = new ArrayList<>();
        // The formats of mails ask for it while they read, long after it is made.
        Recognition[] recognition = new Recognition[1];
        for (String format : formats) {
            made.add(make(format, () -> recognition[0]));
        }
        recognition[0] = new Recognition(made);
        return recognition[0];
    }

    private static DocumentFormat make(String format, Provider<Recognition> recognition) {
        try {
            Constructor<?> constructor = Class.forName(format).getDeclaredConstructors()[0];
            Object made = constructor.getParameterCount() == 0
                    ? constructor.newInstance()
                    : constructor.newInstance(recognition);
            return (DocumentFormat) made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(format + " has not the constructor that a format has", e);
        }
    }

    private void work(DataInputStream in) throws IOException {
        try {
            while (true) {
                Request request = Request.read(in);
                Thread thread = new Thread(null, () -> answer(request), "read-document", TimeLimit.STACK_BYTES);
                thread.setDaemon(true);
                thread.start();
            }
        } catch (EOFException e) {
            // Tesseract, if it runs, is of no use to anybody any more.
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            Runtime.getRuntime().halt(0);
        }
    }

    private void answer(Request request) {
        boolean broken = false;
        try {
            try {
                reply(request);
            } catch (UnreadableDocumentException e) {
                ReadingWire.unreadable(out, e.reason());
                broken = e.getCause() instanceof Error;
            }
            out.flush();
        } catch (IOException e) {
            broken = true;
        } catch (Throwable e) {
            Runtime.getRuntime().halt(ReadingProcess.FAILED);
        }
        if (broken) {
            // A class that was being loaded when the stack or the memory ended stays broken.
            Runtime.getRuntime().halt(ReadingProcess.FAILED);
        }
    }

    private void reply(Request request) throws IOException, UnreadableDocumentException {
        RawDocument raw = request.raw();
        if (request.whole()) {
            // The service watches the time, and ends this process where it must.
            Patience patience = new Patience(endless(), this::tellOfScan);
            ReadingWire.document(out, parsing.parse(new DocumentId("unnamed"), raw, request.maxCharacters(), patience));
        } else {
            ReadingWire.mediaType(out, recognition.recognise(raw).mediaType());
        }
    }

    private static DocumentSettings endless() {
        Duration year = Duration.ofDays(365);
        return new DocumentSettings(year, year, 1, DocumentSettings.LEAST_MEMORY);
    }

    private void tellOfScan() {
        try {
            out.writeByte(ReadingWire.SCAN);
            out.flush();
        } catch (IOException e) {
            Runtime.getRuntime().halt(ReadingProcess.FAILED);
        }
    }

    /** Addresses that are only names. */
    private static final class Nowhere extends URLStreamHandler {

        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            throw new IOException("documents are read without a network");
        }
    }
}
