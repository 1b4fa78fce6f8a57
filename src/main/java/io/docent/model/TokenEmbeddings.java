package io.docent.model;

/**
 * What a model makes of one text: the vector of the whole and those of its tokens.
 *
 * @param whole mean of all token vectors, of length 1
 * @param tokens the text's word pieces; as many as {@code vectors}
 * @param vectors the model's last hidden state of every token, each of length 1; token by token, {@code dimension}
 *     numbers each
 */
@SuppressWarnings("ArrayRecordComponent") // 60 kB of numbers for a passage, made for every one
public record TokenEmbeddings(float[] whole, Tokens tokens, float[] vectors) {

    public TokenEmbeddings {
        if (vectors.length != tokens.size() * whole.length) {
            throw new IllegalArgumentException(
                    tokens.size() + " tokens of " + whole.length + " numbers are not " + vectors.length + " numbers");
        }
    }

    public int dimension() {
        return whole.length;
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
        float[] some = new float[kept.length * dimension()];
        for (int i = 0; i < kept.length; i++) {
            ids[i] = tokens.ids()[kept[i]];
            starts[i] = tokens.starts()[kept[i]];
            ends[i] = tokens.ends()[kept[i]];
            System.arraycopy(vectors, kept[i] * dimension(), some, i * dimension(), dimension());
        }
        return new TokenEmbeddings(whole, new Tokens(ids, starts, ends), some);
    }
}
