package io.docent.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the groups and control words of RTF 1.9. For one thread. */
final class RtfParser {

    private final String source;
    private final RtfBody body;
    private final Deque<Group> groups = new ArrayDeque<>();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringBuilder name = new StringBuilder();

    private Group group = new Group();
    private Charset standard = charset("windows-1252");
    private int at;
    private int skip;

    RtfParser(byte[] rtf, RtfBody body) {
        this.source = new String(rtf, StandardCharsets.ISO_8859_1);
        this.body = body;
    }

    /** @throws IOException where the file ends inside a group */
    void parse() throws IOException {
        boolean open = true;
        while (at < source.length() && open) {
            char c = source.charAt(at++);
            switch (c) {
                case '{' -> open();
                case '}' -> open = close();
                case '\\' -> control();
                case '\r', '\n' -> flush();
                default -> add(c);
            }
        }
        flush();
        body.endParagraph();
        if (open) {
            throw new IOException("ends inside a group");
        }
    }

    private void open() {
        flush();
        groups.push(group);
        group = new Group(group);
    }

    /** @return whether more is to come */
    private boolean close() {
        flush();
        if (group.into == Into.STYLES && !name.isEmpty()) {
            body.style(group.style, name.toString().replace(";", ""));
        }
        name.setLength(0);
        group = groups.isEmpty() ? group : groups.pop();
        return !groups.isEmpty();
    }

    private void control() {
        if (at >= source.length()) {
            return;
        }
        char c = source.charAt(at);
        if (c == '\'') {
            hexadecimal();
        } else if (Character.isLetter(c) && c < 128) {
            int start = at;
            while (at < source.length() && Character.isLetter(source.charAt(at)) && source.charAt(at) < 128) {
                at++;
            }
            word(source.substring(start, at), parameter());
        } else {
            at++;
            word(c == '\r' || c == '\n' ? "par" : String.valueOf(c), null);
        }
    }

    private @Nullable Integer parameter() {
        int start = at;
        if (at < source.length() && source.charAt(at) == '-') {
            at++;
        }
        while (at < source.length() && at - start < 10 && Character.isDigit(source.charAt(at))) {
            at++;
        }
        String digits = source.substring(start, at);
        if (at < source.length() && source.charAt(at) == ' ') {
            at++;
        }
        return digits.matches("-?\\d{1,9}") ? Integer.valueOf(digits) : null;
    }

    private void hexadecimal() {
        String digits = at + 3 <= source.length() ? source.substring(at + 1, at + 3) : "";
        at = Math.min(source.length(), at + 3);
        if (digits.matches("[0-9a-fA-F]{2}")) {
            add((char) Integer.parseInt(digits, 16));
        }
    }

    private void add(char c) {
        if (skip > 0) {
            skip--;
        } else {
            bytes.write(c);
        }
    }

    private void word(String word, @Nullable Integer parameter) {
        int number = parameter == null ? 1 : parameter;
        flush();
        if (RtfWords.LEFT_OUT.contains(word)) {
            group.into = Into.NOTHING;
            return;
        }
        switch (word) {
            case "*" -> group.into = isListText() ? group.into : Into.NOTHING;
            case "fonttbl" -> group.into = Into.FONTS;
            case "stylesheet" -> group.into = Into.STYLES;
            case "info" -> group.into = Into.NOTHING;
            case "title" -> group.into = Into.TITLE;
            case "ansicpg" -> standard = charset("windows-" + number);
            case "f" -> group.font = number;
            case "fcharset" ->
                fonts.put(group.font, charset(RtfWords.FONT_CHARSETS.getOrDefault(number, standard.name())));
            case "uc" -> group.alternatives = number;
            case "u" -> unicode(number);
            case "v" -> group.hidden = number != 0;
            case "deleted" -> group.hidden = number != 0;
            case "bin" -> at = Math.min(source.length(), at + Math.max(0, number));
            default -> paragraph(word, number);
        }
    }

    private void paragraph(String word, int number) {
        if (group.into == Into.STYLES) {
            group.style = word.equals("s") ? number : group.style;
            return;
        }
        if (group.into != Into.TEXT) {
            return;
        }
        switch (word) {
            case "par", "sect", "page" -> body.endParagraph();
            case "line" -> body.breakLine();
            case "cell" -> body.endCell();
            case "row" -> body.endRow();
            case "pard" -> body.resetParagraph();
            case "intbl" -> body.inTable();
            case "s" -> body.style(number);
            case "outlinelevel" -> body.outline(number);
            default -> put(RtfWords.CHARACTERS.getOrDefault(word, ""));
        }
    }

    private boolean isListText() {
        return source.startsWith("\\pntext", at) || source.startsWith("\\listtext", at);
    }

    private void unicode(int number) {
        put(String.valueOf((char) number));
        skip = group.alternatives;
    }

    private void flush() {
        if (bytes.size() > 0) {
            put(bytes.toString(fonts.getOrDefault(group.font, standard)));
            bytes.reset();
        }
    }

    private void put(String text) {
        if (text.isEmpty() || group.hidden) {
            return;
        }
        switch (group.into) {
            case TEXT -> body.text(text);
            case TITLE -> body.addToTitle(text);
            case STYLES -> name.append(text);
            case FONTS, NOTHING -> name.setLength(0);
        }
    }

    private static Charset charset(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.forName("windows-1252");
    }

    /** Where the text of a group goes. */
    private enum Into {
        TEXT,
        TITLE,
        FONTS,
        STYLES,
        NOTHING
    }

    /** What holds until a group is closed. */
    private static final class Group {
        private Into into = Into.TEXT;
        private int font = -1;
        private int alternatives = 1;
        private int style;
        private boolean hidden;

        Group() {}

        Group(Group outer) {
            into = outer.into;
            font = outer.font;
            alternatives = outer.alternatives;
            hidden = outer.hidden;
        }
    }
}
