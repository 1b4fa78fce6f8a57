package io.docent.model;

/**
 * What a model makes of one text: the vector of the whole and those of its tokens.
 *
 * @param whole mean of the model's last hidden state over all tokens, of length 1
 * @param tokens the text's word pieces
 * @param tokenSize how many numbers a token has
 * @param vectors that hidden state of every token in the directions in which tokens differ most, each centred and of length
 *     1; token by token
 */
@SuppressWarnings("ArrayRecordComponent") // 40 kB of numbers for a passage, made for every one
public record TokenEmbeddings(float[] whole, Tokens tokens, int tokenSize, float[] vectors) {

    public TokenEmbeddings {
        if (vectors.length != tokens.size() * tokenSize) {
            throw new IllegalArgumentException(
                    tokens.size() + " tokens of " + tokenSize + " numbers are not " + vectors.length + " numbers");
        }
    }

    /**
     * Some of the tokens; the vector of the whole stays.
     *
     * @param kept their places, ascending
     */
    public TokenEmbeddings only(int[] kept) {
        int[] ids = new int[kept.length];
        int[] starts = new int[kept.length];
        int[] ends = new int[kept.length];
        float[] some = new float[kept.length * tokenSize];
        for (int i = 0; i < kept.length; i++) {
            ids[i] = tokens.ids()[kept[i]];
            starts[i] = tokens.starts()[kept[i]];
            ends[i] = tokens.ends()[kept[i]];
            System.arraycopy(vectors, kept[i] * tokenSize, some, i * tokenSize, tokenSize);
        }
        return new TokenEmbeddings(whole, new Tokens(ids, starts, ends), tokenSize, some);
    }
}
