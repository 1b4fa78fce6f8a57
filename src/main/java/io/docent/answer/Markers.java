package io.docent.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the markers by which a model cites passages, in every form that models use: {@code [1]}, {@code [1, 2]},
 * {@code [1-3]}, {@code [^1]}, {@code [[1]]}, {@code [1](#1)}, {@code 【1†source】}, {@code ［1］}, {@code [Passage 1]},
 * {@code <sup>1</sup>}, and {@code (1)} where it can be nothing else. Inside of code nothing is a marker.
 */
final class Markers {

    private static final String NUMBERS = "\\^?#?\\d{1,6}(?:\\s*(?:[,;&/–-]|and|und|et)\\s*\\^?#?\\d{1,6})*";
    private static final String WORD =
            "(?:(?:passages?|sources?|documents?|docs?|refs?|citations?|quellen?)\\s*:?\\s*)";

    private static final Pattern MARKER = Pattern.compile(
            "(?<code>`[^`\\n]*`)"
                    + "|\\[{1,2}\\s*" + WORD + "?(?<square>" + NUMBERS
                    + ")(?:†[^\\]\\n]*)?\\s*\\]{1,2}(?:\\([^)\\s]*\\))?"
                    + "|【\\s*" + WORD + "?(?<lens>" + NUMBERS + ")[^】\\n]*】"
                    + "|［\\s*(?<wide>" + NUMBERS + ")\\s*］"
                    + "|<sup>\\s*\\[?(?<raised>" + NUMBERS + ")\\]?\\s*</sup>"
                    + "|\\(\\s*" + WORD + "(?<named>" + NUMBERS + ")\\s*\\)"
                    + "|(?<=[\\p{L}\\p{N}.!?%)\"”] )\\((?<round>\\d{1,2}(?:\\s*,\\s*\\d{1,2})*)\\)(?=[.!?;]|\\s*$|\\s*\\n)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})(?:\\s*[–-]\\s*\\^?#?(\\d{1,6}))?");

    /** What a marker that has only begun looks like. */
    private static final Pattern BEGUN = Pattern.compile(
            "(\\[[^\\]\\n]{0,40}|【[^】\\n]{0,60}|［[^］\\n]{0,20}|\\]\\([^)\\n]{0,80}|\\([^)\\n]{0,20}|<[^>\\n]{0,8}|<sup>[^<]{0,20}(<[^>]{0,5})?|`[^`\\n]*|!)$");

    private static final int WIDEST_RANGE = 10;

    private Markers() {}

    /**
     * Takes the markers out of a line.
     *
     * @param passages how many passages there are; markers with other numbers are taken out and forgotten
     */
    static Read read(String line, int passages) {
        StringBuilder text = new StringBuilder();
        List<Marker> markers = new ArrayList<>();
        Matcher found = MARKER.matcher(line);
        int from = 0;
        while (found.find()) {
            Set<Integer> numbers = new LinkedHashSet<>();
            boolean isMarker = found.group("code") == null && isMarker(found, numbers, passages);
            text.append(line, from, isMarker ? found.start() : found.end());
            from = found.end();
            if (isMarker) {
                closeGap(text, line, from);
                for (int number : numbers) {
                    markers.add(new Marker(text.length(), number));
                }
            }
        }
        return new Read(text.append(line, from, line.length()).toString(), markers);
    }

    private static boolean isMarker(Matcher found, Set<Integer> numbers, int passages) {
        for (String group : List.of("square", "lens", "wide", "raised", "named", "round")) {
            String inside = found.group(group);
            if (inside == null) {
                continue;
            }
            if (inside.matches("1\\d{3}|20\\d{2}")) {
                return false; // a year that somebody put in brackets
            }
            Matcher number = NUMBER.matcher(inside);
            while (number.find()) {
                int first = Integer.parseInt(number.group(1));
                int last = number.group(2) == null ? first : Integer.parseInt(number.group(2));
                for (int one = first; one <= Math.min(last, first + WIDEST_RANGE); one++) {
                    if (one >= 1 && one <= passages) {
                        numbers.add(one);
                    }
                }
            }
            return !group.equals("round") || !numbers.isEmpty();
        }
        return false;
    }

    /** No space is left where a marker stood before a full stop or at the end. */
    private static void closeGap(StringBuilder text, String line, int next) {
        boolean closes = next >= line.length() || !Character.isLetterOrDigit(line.charAt(next));
        while (closes && !text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    /** How much of the beginning of a line that is still being written has whole markers only. */
    static int whole(String line) {
        Matcher begun = BEGUN.matcher(line);
        return begun.find() ? begun.start() : line.length();
    }

    /**
     * A line without its markers.
     *
     * @param text what is left
     * @param markers in their order
     */
    record Read(String text, List<Marker> markers) {

        Read {
            markers = List.copyOf(markers);
        }
    }

    /**
     * A marker that was taken out.
     *
     * @param at where it stood in the text that is left
     * @param number of the passage that it names
     */
    record Marker(int at, int number) {}
}
