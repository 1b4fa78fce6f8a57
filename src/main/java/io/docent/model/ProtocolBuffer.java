package io.docent.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Fields of a message of protocol buffers, where they stand in its bytes, and changes of them that move no byte (Protocol
 * Buffers encoding). For one thread.
 */
final class ProtocolBuffer {

    static final int VARINT = 0;
    static final int EIGHT_BYTES = 1;
    static final int LENGTH_DELIMITED = 2;
    static final int FOUR_BYTES = 5;

    private final byte[] bytes;
    private int at;

    ProtocolBuffer(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Those of the outermost message that have a number. */
    List<Field> fields(int number) {
        return fields(0, bytes.length).stream()
                .filter(field -> field.number == number)
                .toList();
    }

    /** Those of a message within. */
    List<Field> fields(Field message) {
        return fields(message.start, message.end);
    }

    private List<Field> fields(int start, int end) {
        List<Field> fields = new ArrayList<>();
        at = start;
        while (at < end) {
            int tagAt = at;
            int tag = varint(end);
            int length =
                    switch (tag & 7) {
                        case VARINT -> varintLength(end);
                        case EIGHT_BYTES -> Long.BYTES;
                        case LENGTH_DELIMITED -> varint(end);
                        case FOUR_BYTES -> Integer.BYTES;
                        default -> throw malformed(tagAt);
                    };
            if (length < 0 || length > end - at) {
                throw malformed(tagAt);
            }
            fields.add(new Field(tag >>> 3, tagAt, at, at + length));
            at += length;
        }
        return fields;
    }

    private int varint(int end) {
        int value = 0;
        for (int shift = 0; shift < 35 && at < end; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw malformed(at);
    }

    private int varintLength(int end) {
        for (int length = 1; length <= 10 && at + length <= end; length++) {
            if (bytes[at + length - 1] >= 0) {
                return length;
            }
        }
        throw malformed(at);
    }

    private static IllegalArgumentException malformed(int at) {
        return new IllegalArgumentException("no message of protocol buffers: nothing can be read at byte " + at);
    }

    /** Gives a field another tag, of one byte as its own is. */
    void retag(Field field, byte tag) {
        if (bytes[field.tagAt] < 0) {
            throw new IllegalArgumentException("field " + field.number + " has a tag of several bytes");
        }
        bytes[field.tagAt] = tag;
    }

    /** Writes the content of a field over that of another. */
    void overwrite(Field field, Field with) {
        int length = with.end - with.start;
        if (length != field.end - field.start) {
            throw new IllegalArgumentException(
                    "what is " + length + " bytes long does not fit at byte " + field.start + " exactly");
        }
        System.arraycopy(bytes, with.start, bytes, field.start, length);
    }

    /** Two fields that follow each other change places. */
    void exchange(Field first, Field second) {
        if (first.end != second.tagAt) {
            throw new IllegalArgumentException(
                    "there is something between bytes " + first.end + " and " + second.tagAt);
        }
        byte[] before = new byte[first.end - first.tagAt];
        int moved = second.end - second.tagAt;
        System.arraycopy(bytes, first.tagAt, before, 0, before.length);
        System.arraycopy(bytes, second.tagAt, bytes, first.tagAt, moved);
        System.arraycopy(before, 0, bytes, first.tagAt + moved, before.length);
    }

    /**
     * A field.
     *
     * @param number of it within its message
     * @param tagAt where it begins
     * @param start of its content
     * @param end of its content
     */
    record Field(int number, int tagAt, int start, int end) {}
}
