package io.docent.document;

/** Text of a block as it runs on: white space collapsed as a browser does, line breaks where they are asked for. */
final class InlineText {

    private final StringBuilder text = new StringBuilder();
    private boolean space;

    void append(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            append(raw.charAt(i));
        }
    }

    private void append(char c) {
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00A0') {
            space = true;
            return;
        }
        if (space && !atLineStart()) {
            text.append(' ');
        }
        space = false;
        text.append(c);
    }

    void space() {
        space = true;
    }

    void newLine() {
        space = false;
        text.append('\n');
    }

    private boolean atLineStart() {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    /** What was appended since the last time. */
    String take() {
        String taken = text.toString();
        text.setLength(0);
        space = false;
        return taken;
    }
}
