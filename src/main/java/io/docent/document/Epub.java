package io.docent.document;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The inside of an EPUB: its package file names the chapters and their order. */
final class Epub {

    private final ZipParts parts;
    private final Element opf;
    private final String folder;
    private final Map<String, String> labels = new HashMap<>();

    private Epub(ZipParts parts, Element opf, String folder) {
        this.parts = parts;
        this.opf = opf;
        this.folder = folder;
    }

    static Epub open(ZipParts parts) throws IOException, UnreadableDocumentException {
        Element container = xml(parts, "META-INF/container.xml");
        String path = container.select("rootfile").attr("full-path");
        Epub book = new Epub(parts, xml(parts, path), folder(path));
        book.rejectEncrypted();
        book.readLabels();
        return book;
    }

    @Nullable
    String title() {
        Element title = opf.selectFirst("metadata > dc|title, metadata > title");
        return title == null ? null : title.text();
    }

    void write(TextBuilder text) throws IOException, UnreadableDocumentException {
        for (Element reference : opf.select("spine > itemref")) {
            Element item = item(reference.attr("idref"));
            if (item != null && !item.attr("properties").matches(".*\\bnav\\b.*")) {
                chapter(resolved(folder, item.attr("href")), text);
            }
        }
    }

    private @Nullable Element item(String id) {
        return opf.select("manifest > item").stream()
                .filter(item -> item.attr("id").equals(id))
                .findFirst()
                .orElse(null);
    }

    private void chapter(String path, TextBuilder text) throws IOException, UnreadableDocumentException {
        byte[] bytes = parts.bytes(path);
        if (bytes == null) {
            return;
        }
        String source = TextBytes.decode(bytes);
        Element page = source.contains("http://www.w3.org/1999/xhtml")
                ? Jsoup.parse(source, "", Parser.xmlParser())
                : Jsoup.parse(source);
        Element body = page.selectFirst("body");
        Element chapter = body == null ? page : body;
        String label = labels.get(path);
        if (label != null && chapter.select("h1, h2, h3, h4, h5, h6").isEmpty() && chapter.hasText()) {
            Element first = chapter.selectFirst("p");
            if (first != null && first.text().equals(label) && chapter.text().startsWith(label)) {
                first.tagName("h1");
            } else {
                text.heading(1, label);
            }
        }
        HtmlText.write(chapter, text);
    }

    /** Whole chapters only: fonts are often scrambled, which keeps nobody from reading. */
    private void rejectEncrypted() throws IOException, UnreadableDocumentException {
        if (!parts.has("META-INF/encryption.xml")) {
            return;
        }
        boolean chapters = xml(parts, "META-INF/encryption.xml").getAllElements().stream()
                .map(element -> element.attr("URI"))
                .anyMatch(path -> path.matches("(?i).*\\.x?html?"));
        if (chapters) {
            throw new UnreadableDocumentException(
                    "it is encrypted by its seller; add a copy without copy protection instead");
        }
    }

    /** What the table of contents calls each file. */
    private void readLabels() throws IOException, UnreadableDocumentException {
        for (Element item : opf.select("manifest > item")) {
            String path = resolved(folder, item.attr("href"));
            boolean ncx = item.attr("media-type").equals("application/x-dtbncx+xml");
            if ((ncx || item.attr("properties").matches(".*\\bnav\\b.*")) && parts.has(path)) {
                Element contents = xml(parts, path);
                for (Element point : contents.select("navPoint")) {
                    label(
                            folder(path),
                            point.select("> content").attr("src"),
                            point.select("> navLabel").text());
                }
                contents.select("nav a").forEach(link -> label(folder(path), link.attr("href"), link.text()));
            }
        }
    }

    private void label(String from, String address, String label) {
        labels.putIfAbsent(resolved(from, address.replaceFirst("#.*", "")), label);
    }

    private static Element xml(ZipParts parts, String path) throws IOException, UnreadableDocumentException {
        String xml = parts.text(path);
        if (xml == null) {
            throw new IOException("no " + path);
        }
        return Jsoup.parse(xml, "", Parser.xmlParser());
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String resolved(String folder, String address) {
        String path = folder + URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        String before;
        do {
            before = path;
            path = path.replaceFirst("(?:^|(?<=/))(?!\\.\\./)[^/]+/\\.\\./", "").replaceFirst("(?:^|(?<=/))\\./", "");
        } while (!path.equals(before));
        return path;
    }
}
