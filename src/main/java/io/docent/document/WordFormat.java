package io.docent.document;

import io.docent.document.Content.TitleSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Word, old and new. */
@Singleton
final class WordFormat implements DocumentFormat {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String DOC = "application/msword";

    private static final Map<String, String> EXTENSIONS =
            Map.of("docx", DOCX, "docm", DOCX, "dotx", DOCX, "dotm", DOCX, "doc", DOC, "dot", DOC);

    WordFormat() {}

    @Override
    public @Nullable String mediaType(FileName name) {
        return EXTENSIONS.get(name.extension());
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(DOC)
                || mediaType.startsWith("application/vnd.openxmlformats-officedocument.wordprocessingml.")
                || mediaType.startsWith("application/vnd.ms-word.")
                // Encrypted, or else something of Microsoft's that does not say what: its reader will.
                || mediaType.startsWith("application/x-tika-");
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
    public Content read(Input input) throws IOException, UnreadableDocumentException {
        TikaXhtml xhtml = Office.parse(input);
        WordLists.mark(xhtml.body());
        TextBuilder text = new TextBuilder(input.maxCharacters());
        HtmlText.writeOffice(xhtml.body(), text);
        return text.build(xhtml.title(), TitleSource.HEADING);
    }
}
