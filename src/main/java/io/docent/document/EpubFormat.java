package io.docent.document;

import io.docent.document.Content.TitleSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Books: EPUB 2 and 3. */
@Singleton
final class EpubFormat implements DocumentFormat {

    private static final String MEDIA_TYPE = "application/epub+zip";

    EpubFormat() {}

    @Override
    public @Nullable String mediaType(FileName name) {
        return name.extension().equals("epub") ? MEDIA_TYPE : null;
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MEDIA_TYPE);
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public String spokenName() {
        return "an EPUB book";
    }

    @Override
    public Content read(Input input) throws IOException, UnreadableDocumentException {
        try (ZipParts parts = ZipParts.of(input.bytes())) {
            Epub book = Epub.open(parts);
            TextBuilder text = new TextBuilder(input.maxCharacters());
            book.write(text);
            return text.build(book.title(), TitleSource.HEADING);
        }
    }
}
