package io.docent.model;

import dev.langchain4j.model.embedding.EmbeddingModel;

/**
 * An embedding model that also tells the vectors of single tokens, by which passages are ranked more finely
 * (late interaction: Khattab and Zaharia 2020).
 */
public interface TokenEmbeddingModel extends EmbeddingModel {

    /**
     * Embeds a text of any length: what is longer than the model reads at once is read in several windows, never cut.
     * For any thread; blocks for a few milliseconds.
     */
    TokenEmbeddings embedTokens(String text);

    /** The tokenizer that says how much of a text the model reads at once. */
    WordPieceTokenizer tokenizer();

    /** How many of the tokenizer's tokens the model was made to read at once. */
    int maximumTokens();
}
