package io.docent.document;

import io.docent.document.Content.TitleSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** LibreOffice's texts, sheets and slides (OpenDocument). */
@Singleton
final class OpenDocumentFormat implements DocumentFormat {

    private static final String PREFIX = "application/vnd.oasis.opendocument.";

    private static final Map<String, String> EXTENSIONS = Map.of(
            "odt", PREFIX + "text",
            "ott", PREFIX + "text-template",
            "ods", PREFIX + "spreadsheet",
            "ots", PREFIX + "spreadsheet-template",
            "odp", PREFIX + "presentation",
            "otp", PREFIX + "presentation-template");

    OpenDocumentFormat() {}

    @Override
    public @Nullable String mediaType(FileName name) {
        return EXTENSIONS.get(name.extension());
    }

    @Override
    public boolean reads(String mediaType) {
        return EXTENSIONS.containsValue(mediaType);
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
        try (ZipParts parts = ZipParts.of(input.bytes())) {
            String manifest = parts.text("META-INF/manifest.xml");
            if (manifest != null && manifest.contains("encryption-data")) {
                throw TikaXhtml.encrypted(null);
            }
            TextBuilder text = new TextBuilder(input.maxCharacters());
            boolean sheets = input.mediaType().startsWith(PREFIX + "spreadsheet");
            write(new OpenDocumentHtml(xml(parts, "styles.xml"), xml(parts, "content.xml")), text);
            return text.build(title(xml(parts, "meta.xml")), sheets ? TitleSource.FILE_NAME : TitleSource.HEADING);
        }
    }

    private static void write(OpenDocumentHtml html, TextBuilder text) {
        int number = 0;
        for (Element part : html.parts()) {
            if (part.hasAttr(OpenDocumentHtml.PAGE)) {
                text.page(++number);
            }
            if (part.select("p, td, li").hasText()) {
                HtmlText.writeOffice(part, text);
            }
        }
    }

    private static @Nullable String title(Element meta) {
        Element title = meta.selectFirst("dc|title");
        return title == null ? null : title.text();
    }

    private static Element xml(ZipParts parts, String name) throws IOException, UnreadableDocumentException {
        String xml = parts.text(name);
        if (xml == null && name.equals("content.xml")) {
            throw new IOException("no " + name);
        }
        return Jsoup.parse(xml == null ? "" : xml, "", Parser.xmlParser());
    }
}
