package io.docent.document;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out what bytes are. Their name decides between kinds of text only: what else they are, they say themselves. */
@Singleton
final class Recognition {

    private static final Pattern HTML =
            Pattern.compile("(?is)\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html\\b).*");

    private static final Set<String> ARCHIVES = Set.of(
            "application/zip",
            "application/gzip",
            "application/x-xz",
            "application/x-bzip2",
            "application/zstd",
            "application/x-tar",
            "application/x-gtar",
            "application/x-7z-compressed",
            "application/x-rar-compressed",
            "application/java-archive");

    private static final int SNIFFED = 1024;

    private final List<DocumentFormat> formats;

    Recognition(List<DocumentFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /** What bytes are, and who reads them. */
    record Recognised(DocumentFormat format, String mediaType) {}

    Recognised recognise(RawDocument raw) throws UnreadableDocumentException {
        FileName name = FileName.of(raw.name());
        DocumentFormat named = first(format -> format.mediaType(name) != null);
        return TextBytes.isText(raw.bytes()) ? text(raw, name, named) : binary(raw, name, named);
    }

    private Recognised text(RawDocument raw, FileName name, @Nullable DocumentFormat named)
            throws UnreadableDocumentException {
        String mediaType = named == null ? null : named.mediaType(name);
        if (named != null && mediaType != null && named.isText()) {
            return new Recognised(named, mediaType);
        }
        boolean html = looksLikeHtml(raw.bytes());
        if (named != null) {
            throw mislabelled(name, html ? "HTML" : "plain text", html ? "html" : "txt");
        }
        String declared = html ? "text/html" : declared(raw);
        DocumentFormat format = declared == null ? null : first(f -> f.isText() && f.reads(declared));
        return format != null && declared != null
                ? new Recognised(format, declared)
                : new Recognised(require(PlainTextFormat.MEDIA_TYPE), PlainTextFormat.MEDIA_TYPE);
    }

    private Recognised binary(RawDocument raw, FileName name, @Nullable DocumentFormat named)
            throws UnreadableDocumentException {
        String mediaType = BinaryType.of(raw.bytes(), name);
        DocumentFormat format = first(f -> f.reads(mediaType));
        if (format == null && mediaType.equals(BinaryType.UNKNOWN)) {
            throw new UnreadableDocumentException(
                    named == null
                            ? "it is neither text nor a format that Docent reads; add it as PDF, Word, HTML or text"
                            : "named ." + name.extension() + " but its content is not " + named.spokenName()
                                    + "; it may be damaged: get it again from where it came from");
        }
        if (format == null && ARCHIVES.contains(mediaType)) {
            throw new UnreadableDocumentException(
                    "it is an archive (" + mediaType + "); unpack it and add the files that are in it");
        }
        if (format == null) {
            throw new UnreadableDocumentException(
                    mediaType + " is not a format Docent reads; convert it to PDF, Word, HTML or text");
        }
        if (named != null && !named.spokenName().equals(format.spokenName())) {
            throw mislabelled(name, format.spokenName(), BinaryType.extension(mediaType));
        }
        return new Recognised(format, mediaType);
    }

    private static UnreadableDocumentException mislabelled(FileName name, String content, String extension) {
        String called = name.extension().isEmpty() ? name.name() : "." + name.extension();
        return new UnreadableDocumentException(
                "named " + called + " but its content is " + content + "; rename it to ." + extension);
    }

    private static boolean looksLikeHtml(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(SNIFFED, bytes.length), StandardCharsets.ISO_8859_1);
        return HTML.matcher(start).matches();
    }

    private static @Nullable String declared(RawDocument raw) {
        String mediaType = raw.mediaType();
        return mediaType == null ? null : mediaType.split(";")[0].strip().toLowerCase(Locale.ROOT);
    }

    private DocumentFormat require(String mediaType) {
        DocumentFormat format = first(f -> f.reads(mediaType));
        if (format == null) {
            throw new IllegalStateException("no format reads " + mediaType);
        }
        return format;
    }

    private @Nullable DocumentFormat first(Predicate<DocumentFormat> wanted) {
        return formats.stream().filter(wanted).findFirst().orElse(null);
    }
}
