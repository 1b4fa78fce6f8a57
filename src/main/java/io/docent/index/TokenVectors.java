package io.docent.index;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The coded vectors of a passage's tokens.
 *
 * @param starts offset of each token's first character in the passage's text, ascending
 * @param codes as {@code TokenCodec} writes them, one token after the other
 */
@SuppressWarnings("ArrayRecordComponent") // kept and read as they are
public record TokenVectors(char[] starts, byte[] codes) {

    /** Written before a step that does not fit a byte. */
    private static final int WIDE = 255;

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

    /** Their number, the distance of each start from the one before, then the codes; for {@link #of}. */
    public byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(Short.BYTES + starts.length * (1 + Character.BYTES) + codes.length);
        out.putShort((short) starts.length);
        char last = 0;
        for (char start : starts) {
            int step = start - last;
            if (step < WIDE) {
                out.put((byte) step);
            } else {
                out.put((byte) WIDE).putChar((char) step);
            }
            last = start;
        }
        out.put(codes);
        return Arrays.copyOf(out.array(), out.position());
    }

    /** What {@link #toBytes} wrote, from a stretch of an array. */
    public static TokenVectors of(byte[] bytes, int offset, int length) {
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        char[] starts = new char[in.getChar()];
        int start = 0;
        for (int i = 0; i < starts.length; i++) {
            int step = in.get() & 0xFF;
            start += step == WIDE ? in.getChar() : step;
            starts[i] = (char) start;
        }
        byte[] codes = new byte[in.remaining()];
        in.get(codes);
        return new TokenVectors(starts, codes);
    }
}
