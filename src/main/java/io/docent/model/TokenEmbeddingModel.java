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

    /**
     * The model's last hidden state of every token of a text, each of length 1; token by token, {@link #dimension} numbers
     * each. What the directions of {@link TokenEmbeddings} are learnt from. For any thread.
     */
    float[] hiddenStates(String text);

    /** The tokenizer that says how much of a text the model reads at once. */
    WordPieceTokenizer tokenizer();

    /** How many of the tokenizer's tokens the model was made to read at once. */
    int maximumTokens();
}
