package io.docent.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;

/** Guesses the encoding of text that does not say it, from the letters that follow each other. */
final class CharsetGuess {

    /** Enough to be sure. */
    private static final int SAMPLE = 1 << 16;

    /** In ten thousand: a few broken characters in UTF-8 do not make it another encoding. */
    private static final int BROKEN_UTF_8 = 500;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private CharsetGuess() {}

    static Charset of(byte[] bytes) {
        if (TextBytes.invalidUtf8(bytes) < BROKEN_UTF_8) {
            return StandardCharsets.UTF_8;
        }
        byte[] sample = bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes;
        for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
            String name = match.getName();
            if (!name.startsWith("UTF-") && !name.startsWith("IBM4") && Charset.isSupported(name)) {
                return widened(Charset.forName(name), sample);
            }
        }
        return WINDOWS_1252;
    }

    /** The larger set of the same family, as browsers take it. */
    private static Charset widened(Charset guessed, byte[] sample) {
        return switch (guessed.name()) {
            case "ISO-8859-1", "US-ASCII" -> western(sample);
            case "windows-1252" -> western(sample);
            case "Shift_JIS" -> Charset.forName("windows-31j");
            case "GB2312", "GBK" -> Charset.forName("GB18030");
            default -> guessed;
        };
    }

    /** ISO-8859-15 has the euro sign where windows-1252 has a currency sign that nobody writes. */
    private static Charset western(byte[] sample) {
        boolean euro = false;
        for (byte b : sample) {
            if (b < (byte) 0xA0) {
                return WINDOWS_1252;
            }
            euro |= b == (byte) 0xA4;
        }
        return euro ? Charset.forName("ISO-8859-15") : WINDOWS_1252;
    }
}
