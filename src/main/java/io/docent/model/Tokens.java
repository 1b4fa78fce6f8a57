package io.docent.model;

/**
 * The word pieces of a text, without the model's special tokens.
 *
 * @param ids the piece's row in the vocabulary
 * @param starts offset of a piece's first character, in UTF-16 code units of the text
 * @param ends offset after a piece's last character; pieces do not overlap and stand in the order of the text
 */
@SuppressWarnings("ArrayRecordComponent") // a few hundred numbers made for every text: lists would double the cost
public record Tokens(int[] ids, int[] starts, int[] ends) {

    public int size() {
        return ids.length;
    }

    /** Whether a piece continues the word of the piece before it. */
    public boolean continuesWord(int piece) {
        return piece > 0 && starts[piece] == ends[piece - 1];
    }
}
