package io.docent.document;

import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.apache.tika.sax.SecureContentHandler;
import org.apache.tika.sax.ToXMLContentHandler;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * What a parser of Tika's makes of a document.
 *
 * @param body of the XHTML it writes
 * @param metadata what it found out beside
 */
record TikaXhtml(Element body, Metadata metadata) {

    private static final int DEEPEST = 1000;

    @Nullable
    String title() {
        return metadata.get(TikaCoreProperties.TITLE);
    }

    static TikaXhtml parse(Parser parser, Input input, ParseContext context)
            throws IOException, UnreadableDocumentException {
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, input.mediaType());
        ToXMLContentHandler xml = new ToXMLContentHandler();
        try (TikaInputStream in = TikaInputStream.get(input.bytes(), metadata)) {
            SecureContentHandler secure = new SecureContentHandler(new Limited(xml, input.maxCharacters()), in);
            secure.setMaximumDepth(DEEPEST);
            parse(parser, in, secure, metadata, context);
        }
        Element page = Jsoup.parse(xml.toString(), "", org.jsoup.parser.Parser.xmlParser());
        Element body = page.selectFirst("body");
        return new TikaXhtml(body == null ? page : body, metadata);
    }

    private static void parse(
            Parser parser, InputStream in, SecureContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, UnreadableDocumentException {
        try {
            parser.parse(in, handler, metadata, context);
        } catch (SAXException | TikaException | RuntimeException | IOException e) {
            throw reason(e, handler);
        }
    }

    private static IOException reason(Exception e, SecureContentHandler handler) throws UnreadableDocumentException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case EncryptedDocumentException encrypted -> throw encrypted(e);
                case org.apache.poi.EncryptedDocumentException encrypted -> throw encrypted(e);
                case TooLongException tooLong -> throw tooLong;
                case SAXException sax -> rejectBomb(sax, handler);
                default -> rejectBomb(cause);
            }
        }
        return new IOException(e);
    }

    static UnreadableDocumentException encrypted(@Nullable Exception e) {
        return new UnreadableDocumentException("it is encrypted; remove the password and add it again", e);
    }

    private static void rejectBomb(SAXException e, SecureContentHandler handler) throws UnreadableDocumentException {
        try {
            handler.throwIfCauseOf(e);
        } catch (TikaException bomb) {
            throw bomb(bomb);
        }
    }

    static void rejectBomb(Throwable e) throws UnreadableDocumentException {
        String message = e.getMessage();
        // Both are POI's own limits, which have no types of their own.
        if (message != null && (message.startsWith("Zip bomb") || message.contains("maximum length for this record"))) {
            throw bomb(e);
        }
    }

    static UnreadableDocumentException bomb(@Nullable Throwable e) {
        return new UnreadableDocumentException(
                "it unpacks to far more than a document of its size holds; save it again from the program it is from",
                e);
    }

    /** Stops a parser that goes on and on. Twice the text's limit, as Tika counts the white space between tags too. */
    private static final class Limited extends ContentHandlerDecorator {

        private final int limit;
        private long length;

        Limited(ContentHandler handler, int limit) {
            super(handler);
            this.limit = limit;
        }

        @Override
        public void characters(char[] text, int start, int count) throws SAXException {
            length += count;
            if (length > 2L * limit) {
                throw new TooLongException(limit);
            }
            super.characters(text, start, count);
        }
    }

    /** Pictures and files inside a document are no part of its text. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }
}
