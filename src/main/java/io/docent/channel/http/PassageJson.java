package io.docent.channel.http;

import io.docent.answer.Explanation.Considered;
import io.docent.retrieval.Retrieved;
import io.docent.retrieval.Scores;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A passage that was found.
 *
 * @param documentId the document
 * @param title the document's title
 * @param source path relative to the folder, or the upload's file name
 * @param page of its first character; null where the document has no pages
 * @param headings it stands under, outermost first
 * @param text the stored text at {@code [start, end)}
 * @param start in UTF-16 code units of the stored text
 * @param end in UTF-16 code units of the stored text
 * @param scores what put it where it stands
 */
@Serdeable
record PassageJson(
        String documentId,
        String title,
        String source,
        @Nullable Integer page,
        List<String> headings,
        String text,
        int start,
        int end,
        ScoresJson scores) {

    static PassageJson of(Retrieved retrieved) {
        return new PassageJson(
                retrieved.document().id().value(),
                retrieved.document().title(),
                retrieved.document().source(),
                retrieved.passage().page(),
                retrieved.passage().headings(),
                retrieved.passage().text(),
                retrieved.passage().span().start(),
                retrieved.passage().span().end(),
                ScoresJson.of(retrieved.scores()));
    }

    /**
     * Every score of a passage.
     *
     * @param words BM25, 0 or more
     * @param meaning cosine of the embeddings, in [-1, 1]
     * @param tokens mean best cosine of the question's tokens, in [-1, 1]; 0 with a model that tells none
     * @param conversation what it scored for the conversation as a whole, in [0, 1]; 0 where there is none
     * @param sentences the chance that one of its sentences answers, in [0, 1]; 0 where they were not looked at
     * @param fused what passages are ordered by, in [0, 1]
     */
    @Serdeable
    record ScoresJson(
            double words, double meaning, double tokens, double conversation, double sentences, double fused) {

        static ScoresJson of(Scores scores) {
            return new ScoresJson(
                    scores.words(),
                    scores.meaning(),
                    scores.tokens(),
                    scores.conversation(),
                    scores.sentences(),
                    scores.fused());
        }
    }

    /**
     * A passage that was considered for an answer.
     *
     * @param documentId the document
     * @param title the document's title
     * @param source path relative to the folder, or the upload's file name
     * @param page of its first character; null where the document has no pages
     * @param headings it stands under, outermost first
     * @param text the stored text at {@code [start, end)}
     * @param start in UTF-16 code units of the stored text
     * @param end in UTF-16 code units of the stored text
     * @param scores what put it where it stands
     * @param used whether the answer cites it
     * @param cut why not, where it does not
     */
    @Serdeable
    record ConsideredJson(
            String documentId,
            String title,
            String source,
            @Nullable Integer page,
            List<String> headings,
            String text,
            int start,
            int end,
            ScoresJson scores,
            boolean used,
            @Nullable String cut) {

        static ConsideredJson of(Considered considered) {
            PassageJson passage = PassageJson.of(considered.passage());
            return new ConsideredJson(
                    passage.documentId(),
                    passage.title(),
                    passage.source(),
                    passage.page(),
                    passage.headings(),
                    passage.text(),
                    passage.start(),
                    passage.end(),
                    passage.scores(),
                    considered.used(),
                    considered.cut());
        }
    }
}
