package io.docent.document;

import io.docent.document.Content.TitleSource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text without mark-up, kept as it is. Also takes what no other format of text claims. */
@Singleton
final class PlainTextFormat implements DocumentFormat {

    static final String MEDIA_TYPE = "text/plain";

    private static final Set<String> EXTENSIONS = Set.of(
            "txt",
            "text",
            "log",
            "rst",
            "rest",
            "adoc",
            "asciidoc",
            "asc",
            "org",
            "textile",
            "wiki",
            "mediawiki",
            "creole",
            "pod",
            "rdoc",
            "nfo",
            "me",
            "1st",
            "srt",
            "vtt",
            "sbv",
            "out",
            "err",
            "diff",
            "patch");

    private static final Set<String> NAMES = Set.of(
            "README",
            "LICENSE",
            "LICENCE",
            "COPYING",
            "NOTICE",
            "AUTHORS",
            "CONTRIBUTORS",
            "CHANGELOG",
            "CHANGES",
            "NEWS",
            "TODO",
            "INSTALL",
            "HISTORY");

    private static final Set<String> RECORDS = Set.of("log", "out", "err", "diff", "patch", "srt", "vtt", "sbv");

    PlainTextFormat() {}

    @Override
    public @Nullable String mediaType(FileName name) {
        return EXTENSIONS.contains(name.extension()) || NAMES.contains(name.name()) ? MEDIA_TYPE : null;
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MEDIA_TYPE);
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public boolean isSimple() {
        return true;
    }

    @Override
    public String spokenName() {
        return "plain text";
    }

    @Override
    public Content read(Input input) {
        return read(TextBytes.decode(input.bytes()), input);
    }

    /** Reads text that came out of other wrappings. */
    static Content read(String raw, Input input) {
        String text = StoredText.clean(raw);
        if (text.length() > input.maxCharacters()) {
            throw new TooLongException(input.maxCharacters());
        }
        boolean record = RECORDS.contains(input.name().extension());
        List<Heading> headings = record ? List.of() : PlainHeadings.of(text);
        return new Content(
                text, headings, List.of(), null, record ? TitleSource.WHOLE_FILE_NAME : TitleSource.FIRST_LINE);
    }
}
