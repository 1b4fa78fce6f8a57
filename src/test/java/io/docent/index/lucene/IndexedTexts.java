package io.docent.index.lucene;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.index.EmbeddedPassage;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import io.docent.index.PassageIndex;
import io.docent.index.TokenVectors;
import io.docent.passage.Passage;
import io.docent.passage.Span;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Documents of one passage, put into an index without being read or embedded. */
final class IndexedTexts {

    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00Z");

    private IndexedTexts() {}

    static void put(PassageIndex index, String id, String text, float[] embedding) {
        Document document = new Document(
                new DocumentId(id), id, id + ".txt", "text/plain", text, List.of(), List.of(), "0".repeat(64));
        IndexedDocument record = new IndexedDocument(
                new DocumentId(id),
                Origin.FOLDER,
                id,
                id + ".txt",
                "text/plain",
                Locale.ENGLISH,
                text.length(),
                1,
                "0".repeat(64),
                10,
                THEN,
                THEN);
        Passage passage = new Passage(new DocumentId(id), 0, List.of(), null, new Span(0, text.length()), text);
        index.put(document, record, List.of(new EmbeddedPassage(passage, "", embedding, TokenVectors.NONE)));
    }
}
