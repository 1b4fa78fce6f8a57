package io.docent.document;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the service and a {@link ReadingWorker} say to each other: a request, then replies up to one that is the last.
 * Both are of one build, so there are no versions.
 */
final class ReadingWire {

    /** The worker is up; its first word. */
    static final int READY = 'R';

    /** It is a scan, and will take longer. */
    static final int SCAN = 'S';

    static final int DOCUMENT = 'D';
    static final int MEDIA_TYPE = 'M';
    static final int UNREADABLE = 'U';

    private ReadingWire() {}

    /**
     * What a worker is asked.
     *
     * @param whole whether the document is wanted; else its media type alone
     */
    record Request(boolean whole, int maxCharacters, RawDocument raw) {

        void write(DataOutputStream out) throws IOException {
            out.writeBoolean(whole);
            out.writeInt(maxCharacters);
            text(out, raw.name());
            out.writeBoolean(raw.mediaType() != null);
            text(out, raw.mediaType() == null ? "" : raw.mediaType());
            out.writeInt(raw.bytes().length);
            out.write(raw.bytes());
            out.flush();
        }

        /** @throws java.io.EOFException where no more will come */
        static Request read(DataInputStream in) throws IOException {
            boolean whole = in.readBoolean();
            int maxCharacters = in.readInt();
            String name = text(in);
            boolean typed = in.readBoolean();
            String mediaType = text(in);
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            return new Request(whole, maxCharacters, new RawDocument(name, typed ? mediaType : null, bytes));
        }
    }

    static void document(DataOutputStream out, Document document) throws IOException {
        out.writeByte(DOCUMENT);
        text(out, document.title());
        text(out, document.mediaType());
        text(out, document.text());
        out.writeInt(document.headings().size());
        for (Heading heading : document.headings()) {
            out.writeInt(heading.level());
            text(out, heading.title());
            out.writeInt(heading.start());
        }
        out.writeInt(document.pages().size());
        for (Page page : document.pages()) {
            out.writeInt(page.number());
            out.writeInt(page.start());
        }
        text(out, document.hash());
    }

    static Document document(DataInputStream in, DocumentId id, String source) throws IOException {
        String title = text(in);
        String mediaType = text(in);
        String text = text(in);
        List<Heading> headings = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            headings.add(new Heading(in.readInt(), text(in), in.readInt()));
        }
        List<Page> pages = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            pages.add(new Page(in.readInt(), in.readInt()));
        }
        return new Document(id, title, source, mediaType, text, headings, pages, text(in));
    }

    static void unreadable(DataOutputStream out, String reason) throws IOException {
        out.writeByte(UNREADABLE);
        text(out, reason);
    }

    static void mediaType(DataOutputStream out, String mediaType) throws IOException {
        out.writeByte(MEDIA_TYPE);
        text(out, mediaType);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
