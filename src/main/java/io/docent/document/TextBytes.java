package io.docent.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Bytes that may be text, and in which encoding. */
final class TextBytes {

    /** What is looked at to tell text from other bytes. */
    private static final int SAMPLE = 1 << 16;

    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private TextBytes() {}

    /** Whether an editor would show them as text. */
    static boolean isText(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(16, bytes.length), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("%pdf-") || start.startsWith("{\\rtf")) {
            return false;
        }
        if (byteOrderMark(bytes) != null || utf16WithoutMark(bytes) != null) {
            return true;
        }
        int length = Math.min(SAMPLE, bytes.length);
        int controls = 0;
        for (int i = 0; i < length; i++) {
            controls += isUnusual(bytes[i]) ? 1 : 0;
        }
        // What is valid UTF-8 beyond ASCII's controls is hardly anything else.
        return controls * (invalidUtf8(bytes) == 0 ? 10 : 100) <= length;
    }

    private static boolean isUnusual(byte b) {
        return b >= 0 && b < ' ' && !(b >= '\b' && b <= '\r') && b != 0x1B && b != 0x1A;
    }

    /** By byte order mark, else UTF-8 where it is valid, else UTF-16 by its zeros, else by what the words look like. */
    static String decode(byte[] bytes) {
        Charset marked = byteOrderMark(bytes);
        return marked != null ? new String(bytes, marked) : decodeUnmarked(bytes, null);
    }

    /** As {@link #decode(byte[])}, but an encoding the text itself names comes before a guess. */
    static String decode(byte[] bytes, @Nullable Charset named) {
        Charset marked = byteOrderMark(bytes);
        return marked != null ? new String(bytes, marked) : decodeUnmarked(bytes, named);
    }

    private static String decodeUnmarked(byte[] bytes, @Nullable Charset named) {
        Charset wide = utf16WithoutMark(bytes);
        if (wide != null) {
            return new String(bytes, wide);
        }
        // Other encodings make valid UTF-8 by chance so seldom that it comes before what a text says of itself;
        // those that stay below 0x80, as ISO-2022-JP, have to be named or guessed.
        String utf8 = contains(bytes, (byte) 0x1B) ? null : strictly(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return utf8;
        }
        String asNamed = named == null ? null : strictly(bytes, named);
        return asNamed != null ? asNamed : new String(bytes, CharsetGuess.of(bytes));
    }

    static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** How many of the bytes from 0x80 on are not valid UTF-8, in ten thousand; a cut character at the end is none. */
    static int invalidUtf8(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        long invalid = 0;
        while (true) {
            CoderResult result = decoder.decode(in, out, false);
            out.clear();
            if (result.isUnderflow()) {
                break;
            }
            if (result.isError()) {
                invalid += result.length();
                in.position(in.position() + result.length());
            }
        }
        long high = 0;
        for (byte b : bytes) {
            high += b < 0 ? 1 : 0;
        }
        return high == 0 ? 0 : (int) (invalid * 10_000 / high);
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Charset byteOrderMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        } else if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return UTF_32LE;
        } else if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return UTF_32BE;
        } else if (startsWith(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        } else if (startsWith(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** A log with a zero here and there: all else in it reads well as it is. */
    private static boolean isTextWithZeros(byte[] bytes, int zeros) {
        if (zeros * 5L > Math.min(SAMPLE, bytes.length) || invalidUtf8(bytes) > 0) {
            return false;
        }
        for (byte b : bytes) {
            if (b != 0 && isUnusual(b)) {
                return false;
            }
        }
        return true;
    }

    /** Western text in UTF-16 has a zero in every other byte, text of any script one at each space and newline. */
    private static @Nullable Charset utf16WithoutMark(byte[] bytes) {
        int length = Math.min(SAMPLE, bytes.length) & ~1;
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        int high = Math.max(zeros[0], zeros[1]);
        int low = Math.min(zeros[0], zeros[1]);
        if (bytes.length % 2 != 0 || high == 0 || low > 0 || high * 100 < length || isTextWithZeros(bytes, high)) {
            return null;
        }
        Charset charset = zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        String text = strictly(bytes, charset);
        return text != null && text.chars().noneMatch(c -> c < ' ' && !Character.isWhitespace(c)) ? charset : null;
    }
}
