package io.docent.document;

import io.docent.document.Content.TitleSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rich text format. Not through Tika, which loses the cells of its tables and its headings. */
@Singleton
final class RtfFormat implements DocumentFormat {

    private static final String MEDIA_TYPE = "application/rtf";

    private static final Set<String> MEDIA_TYPES = Set.of(MEDIA_TYPE, "text/rtf");

    RtfFormat() {}

    @Override
    public @Nullable String mediaType(FileName name) {
        return name.extension().equals("rtf") ? MEDIA_TYPE : null;
    }

    @Override
    public boolean reads(String mediaType) {
        return MEDIA_TYPES.contains(mediaType);
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public String spokenName() {
        return Office.SPOKEN_NAME;
    }

    @Override
    public Content read(Input input) throws IOException {
        RtfBody body = new RtfBody(input.maxCharacters());
        new RtfParser(input.bytes(), body).parse();
        WordLists.mark(body.html());
        TextBuilder text = new TextBuilder(input.maxCharacters());
        HtmlText.writeOffice(body.html(), text);
        return text.build(body.title(), TitleSource.HEADING);
    }
}
