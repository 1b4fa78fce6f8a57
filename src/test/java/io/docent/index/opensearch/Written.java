package io.docent.index.opensearch;

import io.docent.document.Document;
import io.docent.document.DocumentId;
import io.docent.index.Candidate;
import io.docent.index.EmbeddedPassage;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import io.docent.index.PassageIndex;
import io.docent.index.PassageQuery;
import io.docent.index.PassageSearch;
import io.docent.index.TokenVectors;
import io.docent.passage.Passage;
import io.docent.passage.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Documents of a few words, for tests that are about more than one of them. */
final class Written {

    static final int DIMENSION = 384;

    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00Z");

    private Written() {}

    /** Puts a document of these passages. */
    static void put(PassageIndex index, String id, String... passages) {
        put(index, id, "Title of " + id, List.of(passages));
    }

    private static void put(PassageIndex index, String id, String context, List<String> texts) {
        DocumentId document = new DocumentId(id);
        List<EmbeddedPassage> passages = new ArrayList<>();
        int start = 0;
        for (String text : texts) {
            Passage passage = new Passage(
                    document, passages.size(), List.of(), null, new Span(start, start + text.length()), text);
            passages.add(new EmbeddedPassage(passage, context, vector(text), TokenVectors.NONE));
            start += text.length() + 1;
        }
        String whole = String.join("\n", texts);
        String hash = "0".repeat(64);
        String source = id + ".txt";
        IndexedDocument record = new IndexedDocument(
                document,
                Origin.FOLDER,
                context,
                source,
                "text/plain",
                Locale.ENGLISH,
                whole.length(),
                passages.size(),
                hash,
                10,
                THEN,
                THEN);
        index.put(
                new Document(document, context, source, "text/plain", whole, List.of(), List.of(), hash),
                record,
                passages);
    }

    /** Of length 1, the same for the same text. */
    static float[] vector(String text) {
        Random random = new Random(text.hashCode());
        float[] vector = new float[DIMENSION];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    /** Both scores of what is found, by its text. */
    static Map<String, Candidate> found(PassageIndex index, PassageQuery query) {
        Map<String, Candidate> found = new TreeMap<>();
        try (PassageSearch search = index.search()) {
            search.candidates(query)
                    .forEach(one -> found.put(search.load(one.key()).passage().text(), one));
        }
        return found;
    }

    /** Sources of all documents, in their order. */
    static List<String> sources(PassageIndex index) {
        try (PassageSearch search = index.search()) {
            return search.documents("", 0, 100).documents().stream()
                    .map(IndexedDocument::source)
                    .toList();
        }
    }
}
