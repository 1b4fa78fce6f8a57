package io.docent.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Headings of text that has no mark-up: lines that stand alone, look like a title and have text under them. Rather
 * misses one than takes a line of the text for one.
 */
final class PlainHeadings {

    private static final int MOST_CHARACTERS = 80;
    private static final int MOST_WORDS = 12;

    private static final Pattern WIKI = Pattern.compile("(=(?: ?=){0,5}) +([^=\\s].*?) +\\1");
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,3})*)[.)]?\\s+(\\p{Lu}.*)");
    private static final Pattern DATE =
            Pattern.compile("(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{L}*\\.?(?:\\s+\\d{4})?.*");
    private static final Pattern GREETING =
            Pattern.compile("(?:Dear|Hi|Hello|Hey|Best|Kind|Yours|Regards|Sincerely|Thanks|Cheers)\\b.*");
    private static final Pattern TABULAR =
            Pattern.compile("\\t|\\|| {3}|[{}<>\\[\\]\\\\@$=_]|::|://|: ?[\\d.]+$|\\.{3}|(?:\\. ){3}");

    /** Not capitalised in titles. */
    private static final Set<String> SMALL_WORDS = Set.of(
            "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "nor", "of", "off", "on",
            "onto", "or", "out", "over", "per", "than", "that", "the", "to", "under", "up", "upon", "via", "vs", "with",
            "your", "its", "von", "und", "der", "die", "das", "de", "la", "le", "les", "des", "du", "et", "y", "el");

    private final String text;
    private final List<Line> lines;

    private PlainHeadings(String text) {
        this.text = text;
        this.lines = Line.all(text);
    }

    static List<Heading> of(String text) {
        return new PlainHeadings(text).find();
    }

    private List<Heading> find() {
        List<Heading> headings = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Heading heading = blank(i) ? null : wiki(i);
            if (heading == null && blank(i - 1) && !blank(i)) {
                heading = heading(i);
            }
            if (heading != null) {
                headings.add(heading);
            }
        }
        return headings;
    }

    private @Nullable Heading wiki(int i) {
        Line line = lines.get(i);
        if (text.charAt(line.start) != '=' || line.end - line.start > MOST_CHARACTERS) {
            return null;
        }
        Matcher wiki = WIKI.matcher(line.of(text));
        if (!wiki.matches()) {
            return null;
        }
        int level = wiki.group(1).replace(" ", "").length();
        return new Heading(level, wiki.group(2), line.start + wiki.start(2));
    }

    private @Nullable Heading heading(int i) {
        Line line = lines.get(i);
        String title = line.of(text);
        if (title.length() > MOST_CHARACTERS || words(title).length > MOST_WORDS) {
            return null;
        }
        if (!startsAsTitle(title)) {
            return null;
        }
        if (underlined(i)) {
            return new Heading(lines.get(i + 1).of(text).charAt(0) == '=' ? 1 : 2, title, line.start);
        }
        int level = blank(i + 1) && longerTextFollows(i) ? level(i, title) : 0;
        return level == 0 ? null : new Heading(level, title, line.start);
    }

    private static boolean startsAsTitle(String title) {
        return (Character.isUpperCase(title.codePointAt(0)) || Character.isDigit(title.charAt(0)))
                && ".!?,;".indexOf(title.charAt(title.length() - 1)) < 0
                && !TABULAR.matcher(title).find();
    }

    private boolean underlined(int i) {
        if (blank(i + 1)) {
            return false;
        }
        String line = lines.get(i + 1).of(text);
        char mark = line.charAt(0);
        return (mark == '=' || mark == '-' || mark == '~')
                && line.length() >= 3
                && line.length() + 3 >= lines.get(i).of(text).length()
                && line.chars().allMatch(c -> c == mark);
    }

    /** 0 where a line does not look like a title. */
    private int level(int i, String title) {
        Matcher numbered = NUMBERED.matcher(title);
        if (numbered.matches()) {
            boolean list = NUMBERED.matcher(lines.get(next(i)).of(text)).matches();
            boolean date = DATE.matcher(numbered.group(2)).matches();
            int depth = numbered.group(1).split("\\.").length;
            return list || date ? 0 : Math.min(6, depth);
        }
        if (GREETING.matcher(title).matches() || !Character.isLetter(title.codePointAt(0))) {
            return 0;
        }
        if (isCapitals(title)) {
            return 1;
        }
        return title.endsWith(":") || !isTitleCase(title) ? 0 : 2;
    }

    private static boolean isCapitals(String title) {
        return title.chars().filter(Character::isUpperCase).count() >= 4
                && title.chars().noneMatch(Character::isLowerCase);
    }

    private static boolean isTitleCase(String title) {
        boolean word = false;
        for (String each : words(title)) {
            String letters = each.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
            if (!letters.isEmpty() && !SMALL_WORDS.contains(letters)) {
                if (Character.isLowerCase(letters.codePointAt(0))) {
                    return false;
                }
                word |= letters.length() > 3 && Character.isUpperCase(letters.codePointAt(0));
            }
        }
        return word;
    }

    private static String[] words(String title) {
        return title.strip().split("\\s+");
    }

    private boolean longerTextFollows(int i) {
        int next = next(i);
        int length = 0;
        for (int j = next; !blank(j); j++) {
            length += lines.get(j).of(text).length();
        }
        return length > lines.get(i).of(text).length();
    }

    /** The next line that is not blank, or one behind the last. */
    private int next(int i) {
        int next = i + 1;
        while (next < lines.size() && blank(next)) {
            next++;
        }
        return next;
    }

    /** Whether there is nothing on a line; before the first and after the last there is nothing. */
    private boolean blank(int i) {
        return i < 0 || i >= lines.size() || lines.get(i).isEmpty();
    }

    /** A line without the white space around it. */
    private record Line(int start, int end) {

        static List<Line> all(String text) {
            List<Line> lines = new ArrayList<>();
            int from = 0;
            while (from < text.length()) {
                int newline = text.indexOf('\n', from);
                int to = newline < 0 ? text.length() : newline;
                lines.add(trimmed(text, from, to));
                from = to + 1;
            }
            return lines;
        }

        private static Line trimmed(String text, int from, int to) {
            int start = from;
            int end = to;
            while (start < end && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            return new Line(start, end);
        }

        boolean isEmpty() {
            return start == end;
        }

        String of(String text) {
            return text.substring(start, end);
        }
    }
}
