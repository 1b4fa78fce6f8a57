package io.docent.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a block of code stands between (CommonMark 0.31, fenced code blocks), however far it is indented.
 *
 * @param mark a backtick or a tilde
 * @param length how many of them, 3 or more
 * @param language the word behind them; may be empty
 */
record Fence(char mark, int length, String language) {

    private static final Pattern OPENING =
            Pattern.compile("\\s*(?:(?<ticks>`{3,})(?<of>[^`]*)|(?<tildes>~{3,})(?<to>.*))");
    private static final Pattern LANGUAGE = Pattern.compile("\\s*([\\w+#.-]{0,30})");

    /** The fence that a line opens; null where it opens none. */
    static @Nullable Fence opening(String line) {
        Matcher opening = OPENING.matcher(line);
        if (!opening.matches()) {
            return null;
        }
        String marks = opening.group("ticks") == null ? opening.group("tildes") : opening.group("ticks");
        String info = opening.group("ticks") == null ? opening.group("to") : opening.group("of");
        Matcher language = LANGUAGE.matcher(info);
        return new Fence(marks.charAt(0), marks.length(), language.lookingAt() ? language.group(1) : "");
    }

    /** Whether a line closes this fence. */
    boolean closes(String line) {
        String marks = line.strip();
        return marks.length() >= length && marks.chars().allMatch(character -> character == mark);
    }

    /**
     * A block that every renderer takes for code to its last line.
     *
     * @param lines of code, each with its end
     */
    String block(String lines) {
        int longest = 2;
        int run = 0;
        for (int at = 0; at < lines.length(); at++) {
            run = lines.charAt(at) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String marks = "`".repeat(longest + 1);
        return marks + language + "\n" + lines + marks + "\n";
    }
}
