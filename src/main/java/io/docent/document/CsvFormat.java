package io.docent.document;

import io.docent.document.Content.TitleSource;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables as text: one record a line, its fields parted by commas, semicolons, tabs or bars. */
@Singleton
final class CsvFormat implements DocumentFormat {

    private static final Map<String, String> MEDIA_TYPES =
            Map.of("csv", "text/csv", "tsv", "text/tab-separated-values", "tab", "text/tab-separated-values");

    /** Enough records to tell a header from data. */
    private static final int SAMPLE = 200;

    CsvFormat() {}

    @Override
    public @Nullable String mediaType(FileName name) {
        return MEDIA_TYPES.get(name.extension());
    }

    @Override
    public boolean reads(String mediaType) {
        return MEDIA_TYPES.containsValue(mediaType);
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
        return "CSV";
    }

    @Override
    public Content read(Input input) {
        Iterator<List<String>> records = CsvRecords.of(StoredText.clean(TextBytes.decode(input.bytes())));
        TextBuilder text = new TextBuilder(input.maxCharacters());
        List<List<String>> sample = new ArrayList<>();
        while (records.hasNext() && sample.size() < SAMPLE) {
            sample.add(records.next());
        }
        write(sample, records, text);
        return text.build(null, TitleSource.FILE_NAME);
    }

    private static void write(List<List<String>> sample, Iterator<List<String>> rest, TextBuilder text) {
        TableHeader header = TableHeader.of(sample);
        for (List<String> caption : sample.subList(0, header.captions())) {
            text.line(String.join(" ", caption));
        }
        int first = header.captions();
        List<String> names = header.present() ? sample.get(first) : List.of();
        TableText table = new TableText(text, names, TableHeader.columns(sample));
        sample.subList(header.present() ? first + 1 : first, sample.size()).forEach(table::row);
        rest.forEachRemaining(table::row);
    }
}
