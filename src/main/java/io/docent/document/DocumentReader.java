package io.docent.document;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads a file of any format into a {@link Document}. Reads nothing but the bytes: no file, no network. Short plain
 * text is read here, everything else in a process that may hang, run out of memory or end without harm. For any thread.
 */
@Singleton
public final class DocumentReader {

    /** Longer text is read where it can be stopped, whatever its format. */
    private static final int SHORT = 1 << 20;

    private final Recognition recognition;
    private final Parsing parsing;
    private final ReadingProcesses processes;
    private final DocumentSettings settings;

    DocumentReader(Recognition recognition, ReadingProcesses processes, DocumentSettings settings) {
        this.recognition = recognition;
        this.parsing = new Parsing(recognition);
        this.processes = processes;
        this.settings = settings;
    }

    /**
     * Gives the same document for the same bytes and name.
     *
     * @throws UnreadableDocumentException where there is no text to be had; its message is one sentence for the person
     *     who put the file there
     */
    public Document read(DocumentId id, RawDocument raw) throws UnreadableDocumentException {
        if (raw.bytes().length == 0) {
            throw new UnreadableDocumentException("the file is empty; save it again and add that");
        }
        boolean text = TextBytes.isText(raw.bytes());
        boolean simple = text && recognition.recognise(raw).format().isSimple();
        return simple && raw.bytes().length <= SHORT ? readHere(id, raw) : processes.read(id, raw);
    }

    private Document readHere(DocumentId id, RawDocument raw) throws UnreadableDocumentException {
        Patience patience = new Patience(settings);
        try {
            return TimeLimit.run(patience, () -> parsing.parse(id, raw, settings.maxCharacters(), patience), () -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a document is taken for, by its bytes and its name.
     *
     * @throws UnreadableDocumentException as {@link #read}
     */
    public String mediaType(RawDocument raw) throws UnreadableDocumentException {
        return TextBytes.isText(raw.bytes()) ? recognition.recognise(raw).mediaType() : processes.mediaType(raw);
    }
}
