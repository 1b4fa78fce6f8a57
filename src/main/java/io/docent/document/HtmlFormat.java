package io.docent.document;

import io.docent.document.Content.TitleSource;
import jakarta.inject.Singleton;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Web pages, without what stands around their content. */
@Singleton
final class HtmlFormat implements DocumentFormat {

    private static final int MOST_TAGS = 1_000_000;

    private static final Set<String> EXTENSIONS = Set.of("html", "htm", "xhtml", "xht", "shtml");

    private static final Set<String> MEDIA_TYPES = Set.of("text/html", "application/xhtml+xml");

    private static final Pattern CHARSET =
            Pattern.compile("(?i)(?:charset|<\\?xml[^>]*encoding)\\s*=\\s*[\"']?\\s*([\\w:.-]+)");

    /** As far as browsers look for it. */
    private static final int HEAD = 4096;

    HtmlFormat() {}

    @Override
    public @Nullable String mediaType(FileName name) {
        return EXTENSIONS.contains(name.extension()) ? "text/html" : null;
    }

    @Override
    public boolean reads(String mediaType) {
        return MEDIA_TYPES.contains(mediaType);
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public String spokenName() {
        return "HTML";
    }

    @Override
    public Content read(Input input) throws UnreadableDocumentException {
        refuseTooManyTags(input.bytes());
        return read(TextBytes.decode(input.bytes(), named(input.bytes())), input.maxCharacters());
    }

    /** Each becomes an object in memory, whether or not there is text in it. */
    private static void refuseTooManyTags(byte[] bytes) throws UnreadableDocumentException {
        int tags = 0;
        for (byte b : bytes) {
            tags += b == '<' ? 1 : 0;
        }
        if (tags > MOST_TAGS) {
            throw new UnreadableDocumentException(
                    "it has %,d tags, more than the %,d that are read at once; split it".formatted(tags, MOST_TAGS));
        }
    }

    /** Reads a page that is decoded already. */
    static Content read(String html, int maxCharacters) {
        Document page = Jsoup.parse(html);
        TextBuilder text = new TextBuilder(maxCharacters);
        MainContent.keep(page);
        HtmlText.write(page.body(), text);
        return text.build(page.title(), TitleSource.HEADING);
    }

    private static @Nullable Charset named(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher charset = CHARSET.matcher(head);
        if (!charset.find()) {
            return null;
        }
        try {
            Charset named = Charset.forName(charset.group(1));
            // As the standard of encodings has it: whoever writes Latin-1 means the larger set.
            return named.equals(StandardCharsets.ISO_8859_1) || named.equals(StandardCharsets.US_ASCII)
                    ? Charset.forName("windows-1252")
                    : named;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
