package io.docent.document;

import io.docent.document.Recognition.Recognised;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Reads a file of any format into a {@link Document}: finds out what its bytes are, has the one format read them, and
 * picks the title. Reads nothing but the bytes: no file, no network. For any thread.
 */
@Singleton
public final class DocumentReader {

    private static final int LARGE = 2 << 20;

    /** Parsers take many times a file's size: large ones are read one at a time, so that memory is bounded. */
    private final Semaphore large = new Semaphore(1);

    private final Recognition recognition;
    private final DocumentSettings settings;

    DocumentReader(Recognition recognition, DocumentSettings settings) {
        this.recognition = recognition;
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
        Recognised recognised = recognition.recognise(raw);
        FileName name = FileName.of(raw.name());
        Content content = raw.bytes().length > LARGE ? readLarge(recognised, raw) : read(recognised, raw);
        if (content.text().isBlank()) {
            throw new UnreadableDocumentException("there is no text in it; remove it or add one that has text");
        }
        return new Document(
                id,
                Titles.pick(content, name),
                raw.name(),
                recognised.mediaType(),
                content.text(),
                content.headings(),
                content.pages(),
                ContentHash.of(raw.bytes()));
    }

    private Content readLarge(Recognised recognised, RawDocument raw) throws UnreadableDocumentException {
        large.acquireUninterruptibly();
        try {
            return read(recognised, raw);
        } finally {
            large.release();
        }
    }

    private Content read(Recognised recognised, RawDocument raw) throws UnreadableDocumentException {
        Patience patience = new Patience(settings);
        FileName name = FileName.of(raw.name());
        Input input = new Input(name, recognised.mediaType(), raw.bytes(), settings.maxCharacters(), patience);
        return TimeLimit.run(patience, () -> content(recognised.format(), input));
    }

    /**
     * What a document is taken for, by its bytes and its name.
     *
     * @throws UnreadableDocumentException as {@link #read}
     */
    public String mediaType(RawDocument raw) throws UnreadableDocumentException {
        return recognition.recognise(raw).mediaType();
    }

    private static Content content(DocumentFormat format, Input input) throws UnreadableDocumentException {
        try {
            return format.read(input);
        } catch (TooLongException e) {
            throw new UnreadableDocumentException(
                    "its text is longer than the " + e.limit()
                            + " characters that docent.documents.max-characters allows; split it",
                    e);
        } catch (StackOverflowError e) {
            throw new UnreadableDocumentException("its parts are nested too deeply to be read; simplify it", e);
        } catch (OutOfMemoryError e) {
            throw new UnreadableDocumentException(
                    "reading it takes more memory than there is; split it or give Docent more", e);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocumentException(
                    "it is damaged or cut off and cannot be read as " + format.spokenName()
                            + "; open it, save it again and add that",
                    e);
        }
    }
}
