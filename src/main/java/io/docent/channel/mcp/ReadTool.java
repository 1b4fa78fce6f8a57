package io.docent.channel.mcp;

import io.docent.access.PublicUrl;
import io.docent.document.Document;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a piece of a document. */
@Singleton
final class ReadTool implements Tool {

    private static final Set<String> ARGUMENTS = Set.of("documentId", "start", "end");

    private static final int USUALLY = 8_000;

    private static final int LONGEST_ID = 200;

    /** What a model can take in at once, and what no client cuts off. */
    static final int MOST = 20_000;

    private final Documents documents;
    private final PublicUrl publicUrl;

    ReadTool(Documents documents, PublicUrl publicUrl) {
        this.documents = documents;
        this.publicUrl = publicUrl;
    }

    @Override
    public String name() {
        return "read_document";
    }

    @Override
    public Result call(@Nullable Map<String, Object> values) {
        Arguments arguments = new Arguments(values, ARGUMENTS);
        Document document = documents.read(arguments.text("documentId", LONGEST_ID));
        int length = document.text().length();
        int start = arguments.number("start", 0, 0, Integer.MAX_VALUE);
        if (start >= length) {
            throw new ToolException(
                    "start is %,d; this document has %,d characters, so it is less than that".formatted(start, length));
        }
        int end = arguments.number("end", Math.min(length, start + USUALLY), 1, Integer.MAX_VALUE);
        if (end <= start || end - start > MOST) {
            throw new ToolException("end is %,d; it is more than start, which is %,d, and at most %,d more"
                    .formatted(end, start, MOST));
        }
        Part part = part(document, whole(document.text(), start), whole(document.text(), Math.min(end, length)));
        return new Result(part, List.of());
    }

    /** Not in the midst of a character. */
    private static int whole(String text, int at) {
        boolean inside = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return inside ? at - 1 : at;
    }

    private Part part(Document document, int start, int end) {
        String path =
                "/documents/" + document.id().value() + "?start=" + start + "&end=" + end + "&hash=" + document.hash();
        return new Part(
                document.id().value(),
                document.title(),
                document.source(),
                document.text().substring(start, end),
                start,
                end,
                document.text().length(),
                end < document.text().length(),
                document.hash(),
                publicUrl.resolve(path).orElse(path));
    }

    /** As {@code outputSchema} of {@code read_document.json} has it. */
    record Part(
            String documentId,
            String title,
            String source,
            String text,
            int start,
            int end,
            int characters,
            boolean more,
            String hash,
            String link) {}
}
