package io.docent.document;

import io.docent.document.Content.TitleSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Excel, old and new: every sheet is a page under its name. */
@Singleton
final class SheetFormat implements DocumentFormat {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String XLS = "application/vnd.ms-excel";

    private static final Map<String, String> EXTENSIONS =
            Map.of("xlsx", XLSX, "xlsm", XLSX, "xltx", XLSX, "xltm", XLSX, "xlsb", XLSX, "xls", XLS, "xlt", XLS);

    SheetFormat() {}

    @Override
    public @Nullable String mediaType(FileName name) {
        return EXTENSIONS.get(name.extension());
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.startsWith(XLS)
                || mediaType.startsWith("application/vnd.openxmlformats-officedocument.spreadsheetml.");
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
        TextBuilder text = new TextBuilder(input.maxCharacters());
        int number = 0;
        for (Element sheet : xhtml.body().select("div.sheet, div.page")) {
            number++;
            if (sheet.select("td, p").hasText()) {
                text.page(number);
                HtmlText.writeOffice(sheet, text);
            }
        }
        return text.build(xhtml.title(), TitleSource.FILE_NAME);
    }
}
