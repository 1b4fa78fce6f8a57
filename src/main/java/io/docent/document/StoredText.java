package io.docent.document;

/** What may stand in a stored text: see {@link Document#text()}. */
final class StoredText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char REPLACEMENT = '\uFFFD';

    private StoredText() {}

    /**
     * Newlines become {@code \n}, other control characters a space, unpaired surrogates U+FFFD; byte order marks and
     * soft hyphens are dropped. Text that needs none of it is returned as it is, so that offsets hold.
     */
    static String clean(String raw) {
        int i = 0;
        while (i < raw.length() && isPlain(raw.charAt(i))) {
            i++;
        }
        return i == raw.length() ? raw : cleaned(raw, i);
    }

    private static String cleaned(String raw, int from) {
        StringBuilder clean = new StringBuilder(raw.length()).append(raw, 0, from);
        for (int i = from; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isPlain(c)) {
                clean.append(c);
            } else if (Character.isSurrogate(c)) {
                i += appendSurrogate(raw, i, clean);
            } else if (c == '\r') {
                clean.append('\n');
                i += i + 1 < raw.length() && raw.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (c != BYTE_ORDER_MARK && c != SOFT_HYPHEN) {
                clean.append(isLineBreak(c) ? '\n' : ' ');
            }
        }
        return clean.toString();
    }

    /** @return how many characters more than one it took */
    private static int appendSurrogate(String raw, int i, StringBuilder clean) {
        if (i + 1 < raw.length() && Character.isSurrogatePair(raw.charAt(i), raw.charAt(i + 1))) {
            clean.append(raw, i, i + 2);
            return 1;
        }
        clean.append(REPLACEMENT);
        return 0;
    }

    private static boolean isPlain(char c) {
        return c == '\n'
                || c == '\t'
                || !(Character.isISOControl(c)
                        || Character.isSurrogate(c)
                        || c == BYTE_ORDER_MARK
                        || c == SOFT_HYPHEN
                        || isLineBreak(c));
    }

    private static boolean isLineBreak(char c) {
        return c == '\f' || c == '\u000B' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }
}
