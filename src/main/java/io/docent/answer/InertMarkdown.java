package io.docent.answer;

import java.util.regex.Pattern;

/**
 * Makes a line of Markdown that a model wrote harmless for whatever shows it: what would become a link, an image, HTML or
 * the target of a link (CommonMark 0.31) is its words alone. Emphasis, lists, tables and code stay. The time is
 * proportional to the length.
 */
final class InertMarkdown {

    private static final String TARGET = "\\((?:[^()\\n]*+|[^()\\n]*+\\([^()\\n]*+\\)[^()\\n]*+)\\)";
    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\[\\]]*+]" + TARGET);
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[([^\\[\\]]*+)]" + TARGET);

    /** Links and images whose text has brackets, are given by reference, or are not whole. */
    private static final Pattern BRACKETS = Pattern.compile("](?=[(\\[:])");

    private static final Pattern BANG = Pattern.compile("!(?=\\[)");

    /** Tags, comments, and addresses in angle brackets. */
    private static final Pattern TAG = Pattern.compile("<(?=[\\p{L}/!?])");

    private InertMarkdown() {}

    /** The line, as a Markdown renderer may have it. */
    static String of(String line) {
        StringBuilder inert = new StringBuilder();
        StringBuilder prose = new StringBuilder();
        int from = 0;
        int at = line.indexOf('`');
        while (at >= 0) {
            int end = endOfRun(line, at);
            int close = isEscaped(line, at) ? -1 : closing(line, end, end - at);
            prose.append(line, from, at);
            if (close >= 0) {
                inert.append(prose(prose.toString())).append(line, at, close);
                prose.setLength(0);
            }
            // A backtick without its like would make code, or no code, of what comes in later lines: it is left out.
            from = close >= 0 ? close : end;
            at = line.indexOf('`', from);
        }
        return inert.append(prose(prose.append(line.substring(from)).toString()))
                .toString();
    }

    private static boolean isEscaped(String line, int at) {
        int backslashes = 0;
        while (backslashes < at && line.charAt(at - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static int endOfRun(String line, int at) {
        int end = at;
        while (end < line.length() && line.charAt(end) == '`') {
            end++;
        }
        return end;
    }

    /** Behind the next run of as many backticks; -1 where there is none. */
    private static int closing(String line, int from, int length) {
        int at = line.indexOf("`".repeat(length), from);
        while (at >= 0) {
            int end = endOfRun(line, at);
            if (end - at == length) {
                return end;
            }
            at = line.indexOf("`".repeat(length), end);
        }
        return -1;
    }

    private static String prose(String text) {
        String words = LINK.matcher(IMAGE.matcher(text).replaceAll("")).replaceAll("$1");
        words = BRACKETS.matcher(BANG.matcher(words).replaceAll("")).replaceAll("] ");
        return TAG.matcher(words).replaceAll("< ");
    }
}
