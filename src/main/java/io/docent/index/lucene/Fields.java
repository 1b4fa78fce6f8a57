package io.docent.index.lucene;

import io.docent.document.DocumentId;
import io.docent.document.Heading;
import io.docent.document.Page;
import io.docent.index.EmbeddedPassage;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import io.docent.index.TermAnalyzer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/**
 * The fields of the index. A document of Docent is a block of Lucene documents, all with its {@link #DOCUMENT}: its
 * passages, its content and its record.
 */
final class Fields {

    /** Raised with every change of what is written here; an index of another version is rebuilt. */
    static final int FORMAT = 2;

    /** The id, on all of a document's block. */
    static final String DOCUMENT = "document";

    static final String POSITION = "position";
    static final String WORDS = "words";
    static final String CONTEXT = "context";
    static final String VECTOR = "vector";
    static final String TOKENS = "tokens";
    static final String TEXT = "text";
    static final String HEADING = "heading";
    static final String START = "start";
    static final String PAGE = "page";

    /** The id, on a document's content alone. */
    static final String CONTENT = "content";

    static final String HEADINGS = "headings";
    static final String PAGES = "pages";

    /** The id, on a document's record alone. */
    static final String RECORD = "record";

    static final String TITLE = "title";
    static final String SOURCE = "source";
    static final String LANGUAGE = "language";

    /** Title and source in lower case, to be searched for a part. */
    static final String NAMES = "names";

    private static final String ORIGIN = "origin";
    private static final String MEDIA_TYPE = "mediaType";
    private static final String CHARACTERS = "characters";
    private static final String PASSAGES = "passages";
    private static final String HASH = "hash";
    private static final String SIZE = "size";
    private static final String MODIFIED = "modified";
    private static final String INDEXED = "indexed";

    /** Lucene refuses a longer term; of a name that long the beginning is enough to find it by. */
    private static final int LONGEST_TERM = 8_000;

    private static final FieldType TERMS = terms();

    private Fields() {}

    static Term allOf(DocumentId id) {
        return new Term(DOCUMENT, id.value());
    }

    static Term recordOf(DocumentId id) {
        return new Term(RECORD, id.value());
    }

    /** A passage. */
    static Document passage(EmbeddedPassage embedded, Locale language, TermAnalyzer analyzer) {
        Document fields = new Document();
        var passage = embedded.passage();
        fields.add(new StringField(DOCUMENT, passage.document().value(), Field.Store.YES));
        fields.add(new NumericDocValuesField(POSITION, passage.position()));
        fields.add(new StoredField(POSITION, passage.position()));
        fields.add(new Field(WORDS, new TermStream(analyzer.analyze(passage.text(), language)), TERMS));
        fields.add(new Field(CONTEXT, new TermStream(analyzer.analyze(embedded.context(), language)), TERMS));
        fields.add(new KnnFloatVectorField(VECTOR, embedded.embedding(), VectorSimilarityFunction.DOT_PRODUCT));
        if (embedded.tokens().size() > 0) {
            fields.add(new BinaryDocValuesField(
                    TOKENS, new BytesRef(embedded.tokens().toBytes())));
        }
        fields.add(new StoredField(TEXT, passage.text()));
        fields.add(new StoredField(START, passage.span().start()));
        passage.headings().forEach(heading -> fields.add(new StoredField(HEADING, heading)));
        if (passage.page() != null) {
            fields.add(new StoredField(PAGE, passage.page()));
        }
        return fields;
    }

    static Document content(io.docent.document.Document document) {
        Document fields = new Document();
        fields.add(new StringField(DOCUMENT, document.id().value(), Field.Store.NO));
        fields.add(new StringField(CONTENT, document.id().value(), Field.Store.NO));
        fields.add(new StoredField(TEXT, document.text()));
        fields.add(new StoredField(HEADINGS, headings(document.headings())));
        fields.add(new StoredField(PAGES, pages(document.pages())));
        // The one that its passages were embedded with, whatever it is called later.
        fields.add(new StoredField(TITLE, document.title()));
        return fields;
    }

    static Document record(IndexedDocument record) {
        Document fields = new Document();
        fields.add(new StringField(DOCUMENT, record.id().value(), Field.Store.YES));
        fields.add(new StringField(RECORD, record.id().value(), Field.Store.NO));
        fields.add(new StoredField(TITLE, record.title()));
        fields.add(new StoredField(SOURCE, record.source()));
        fields.add(new SortedDocValuesField(SOURCE, new BytesRef(term(record.source()))));
        fields.add(new StringField(
                NAMES, term((record.title() + '\n' + record.source()).toLowerCase(Locale.ROOT)), Field.Store.NO));
        fields.add(new StringField(LANGUAGE, record.language().toLanguageTag(), Field.Store.YES));
        fields.add(new StoredField(ORIGIN, record.origin().name()));
        fields.add(new StoredField(MEDIA_TYPE, record.mediaType()));
        fields.add(new StoredField(CHARACTERS, record.characters()));
        fields.add(new StoredField(PASSAGES, record.passages()));
        fields.add(new StoredField(HASH, record.hash()));
        fields.add(new StoredField(SIZE, record.size()));
        fields.add(new StoredField(MODIFIED, record.modified().toEpochMilli()));
        fields.add(new StoredField(INDEXED, record.indexedAt().toEpochMilli()));
        return fields;
    }

    static IndexedDocument record(Document fields) {
        return new IndexedDocument(
                new DocumentId(fields.get(DOCUMENT)),
                Origin.valueOf(fields.get(ORIGIN)),
                fields.get(TITLE),
                fields.get(SOURCE),
                fields.get(MEDIA_TYPE),
                Locale.forLanguageTag(fields.get(LANGUAGE)),
                fields.getField(CHARACTERS).numericValue().intValue(),
                fields.getField(PASSAGES).numericValue().intValue(),
                fields.get(HASH),
                fields.getField(SIZE).numericValue().longValue(),
                Instant.ofEpochMilli(fields.getField(MODIFIED).numericValue().longValue()),
                Instant.ofEpochMilli(fields.getField(INDEXED).numericValue().longValue()));
    }

    private static FieldType terms() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    static String term(String text) {
        return text.length() > LONGEST_TERM ? text.substring(0, LONGEST_TERM) : text;
    }

    private static byte[] headings(List<Heading> headings) {
        return write(out -> {
            for (Heading heading : headings) {
                out.writeInt(heading.start());
                out.writeByte(heading.level());
                out.writeInt(heading.title().length());
                out.writeChars(heading.title());
            }
        });
    }

    static List<Heading> headings(BytesRef bytes) {
        List<Heading> headings = new ArrayList<>();
        read(bytes, in -> {
            int start = in.readInt();
            int level = in.readByte();
            char[] title = new char[in.readInt()];
            for (int i = 0; i < title.length; i++) {
                title[i] = in.readChar();
            }
            headings.add(new Heading(level, new String(title), start));
        });
        return headings;
    }

    private static byte[] pages(List<Page> pages) {
        return write(out -> {
            for (Page page : pages) {
                out.writeInt(page.number());
                out.writeInt(page.start());
            }
        });
    }

    static List<Page> pages(BytesRef bytes) {
        List<Page> pages = new ArrayList<>();
        read(bytes, in -> pages.add(new Page(in.readInt(), in.readInt())));
        return pages;
    }

    private static byte[] write(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void read(BytesRef bytes, Reader reader) {
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(bytes.bytes, bytes.offset, bytes.length))) {
            while (in.available() > 0) {
                reader.read(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }

    private interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    private interface Reader {
        void read(DataInputStream in) throws IOException;
    }
}
