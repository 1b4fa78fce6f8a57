package io.docent.document;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins lines that were broken to fit a page, and the words that were broken with them. */
final class Hyphens {

    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:[-‐]\\p{L}+)*");
    private static final Pattern BROKEN = Pattern.compile(".*?(\\p{L}+)[-‐]$", Pattern.DOTALL);
    private static final Pattern REST = Pattern.compile("(\\p{L}+).*", Pattern.DOTALL);

    private final Set<String> words = new HashSet<>();

    /** @param lines of the whole document, which tell how its words are written elsewhere */
    Hyphens(Iterable<String> lines) {
        for (String line : lines) {
            Matcher word = WORD.matcher(line);
            while (word.find()) {
                words.add(word.group().toLowerCase(Locale.ROOT).replace('‐', '-'));
            }
        }
    }

    String join(String line, String next) {
        StringBuilder joined = new StringBuilder(line);
        joined.setLength(line.length() - dropped(line, next));
        return joined.append(separator(line, next)).append(next).toString();
    }

    /** How many characters at the end of a line were there only because it ended. */
    int dropped(String line, String next) {
        Matcher broken = BROKEN.matcher(line);
        Matcher rest = REST.matcher(next);
        if (!broken.matches()
                || !rest.matches()
                || !Character.isLowerCase(rest.group(1).codePointAt(0))) {
            return 0;
        }
        String left = broken.group(1).toLowerCase(Locale.ROOT);
        String right = rest.group(1).toLowerCase(Locale.ROOT);
        return words.contains(left + "-" + right) && !words.contains(left + right) ? 0 : 1;
    }

    static String separator(String line, String next) {
        return BROKEN.matcher(line).matches() && REST.matcher(next).matches() ? "" : " ";
    }
}
