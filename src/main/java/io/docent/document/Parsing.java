package io.docent.document;

import io.docent.document.Recognition.Recognised;
import java.io.IOException;

/** Finds out what bytes are, has the one format read them, and picks the title. For any thread. */
final class Parsing {

    private final Recognition recognition;

    Parsing(Recognition recognition) {
        this.recognition = recognition;
    }

    /** @throws UnreadableDocumentException as {@link DocumentReader#read} */
    Document parse(DocumentId id, RawDocument raw, int maxCharacters, Patience patience)
            throws UnreadableDocumentException {
        Recognised recognised = recognition.recognise(raw);
        FileName name = FileName.of(raw.name());
        Content content = content(
                recognised.format(), new Input(name, recognised.mediaType(), raw.bytes(), maxCharacters, patience));
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
        } catch (IOException | RuntimeException | AssertionError | LinkageError e) {
            throw new UnreadableDocumentException(
                    "it is damaged or cut off and cannot be read as " + format.spokenName()
                            + "; open it, save it again and add that",
                    e);
        }
    }
}
