package io.docent.retrieval;

import io.docent.index.IndexedDocument;
import io.docent.index.TokenVectors;
import io.docent.passage.Passage;

/**
 * A passage that was found for a question.
 *
 * @param passage what was found
 * @param document where it stands
 * @param tokens the coded vectors of its tokens
 * @param scores what put it where it stands
 */
public record Retrieved(Passage passage, IndexedDocument document, TokenVectors tokens, Scores scores) {

    Retrieved with(Scores others) {
        return new Retrieved(passage, document, tokens, others);
    }
}
