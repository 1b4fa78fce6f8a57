package io.docent.index;

/**
 * The coded vectors of a passage's tokens.
 *
 * @param starts offset of each token's first character in the passage's text, ascending
 * @param codes as {@code TokenCodec} writes them, one token after the other
 */
@SuppressWarnings("ArrayRecordComponent") // kept and read as they are
public record TokenVectors(char[] starts, byte[] codes) {

    public static final TokenVectors NONE = new TokenVectors(new char[0], new byte[0]);

    public TokenVectors {
        if (starts.length > 0 && codes.length % starts.length != 0) {
            throw new IllegalArgumentException(
                    codes.length + " bytes are not the codes of " + starts.length + " tokens");
        }
    }

    public int size() {
        return starts.length;
    }

    /** The first token that starts at {@code offset} or later; {@link #size} where there is none. */
    public int firstFrom(int offset) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
