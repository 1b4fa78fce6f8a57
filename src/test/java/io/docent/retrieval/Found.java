package io.docent.retrieval;

import io.docent.document.DocumentId;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import io.docent.index.TokenVectors;
import io.docent.passage.Passage;
import io.docent.passage.SentenceSplitter;
import io.docent.passage.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Passages and sentences as retrieval would have found them, for tests of what is made of them. */
public final class Found {

    private Found() {}

    /** A document that is one passage. */
    public static Retrieved passage(String id, String text) {
        return passage(id, text, new Scores(0, 0, 0, 0, 0, 0));
    }

    static Retrieved passage(String id, String text, Scores scores) {
        DocumentId document = new DocumentId(id);
        Passage passage = new Passage(document, 0, List.of(), null, new Span(0, text.length()), text);
        IndexedDocument record = new IndexedDocument(
                document,
                Origin.FOLDER,
                id,
                id + ".txt",
                "text/plain",
                Locale.ENGLISH,
                text.length(),
                1,
                "0".repeat(64),
                text.length(),
                Instant.EPOCH,
                Instant.EPOCH);
        return new Retrieved(passage, record, TokenVectors.NONE, scores);
    }

    /** The sentences of a passage with these scores, in their order. */
    public static List<ScoredSentence> sentences(Retrieved passage, double... scores) {
        List<Span> spans = SentenceSplitter.split(passage.passage().text());
        if (spans.size() != scores.length) {
            throw new IllegalArgumentException(spans.size() + " sentences, but " + scores.length + " scores");
        }
        List<ScoredSentence> sentences = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            sentences.add(new ScoredSentence(passage, i, spans.get(i), Map.of(), scores[i]));
        }
        return sentences;
    }
}
