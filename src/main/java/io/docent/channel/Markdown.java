package io.docent.channel;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text of documents and models in Markdown that somebody else's program shows. */
public final class Markdown {

    /** A bare address: programs that show messages make a link of it, and some load it to show what is there. */
    private static final String ADDRESS = "(?<=:)/(?=/)|\\b[Ww]{3}(?=\\.)";

    private static final Pattern BARE_ADDRESS = Pattern.compile(ADDRESS);

    /**
     * An image is loaded by whoever reads it, a link may say one thing and lead to another, a tag may be anything: between
     * their first characters goes one that nobody sees and no Markdown has a use for.
     */
    private static final Pattern LIVE = Pattern.compile("!(?=\\[)|](?=[(:])|<(?=[A-Za-z/!?])|" + ADDRESS);

    private static final String WORD_JOINER = "\u2060";

    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}(?=[^`]*$)|~{3,}).*");

    /** Control characters, and those that turn the direction of writing and make one thing look like another. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    /** As few as will do: not every program that shows Markdown takes a backslash before each. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>~]|&(?=#?\\w{1,31};)");

    private static final Pattern EMPHATIC = Pattern.compile("[\\\\`*_~]|(?m)^\\s*[#>]");

    private Markdown() {}

    /**
     * Markdown in which no image, link, address or tag is live; everything else, code above all, stays as it is. The result for the
     * beginning of a text is the beginning of the result for the text.
     */
    public static String inert(String markdown) {
        StringBuilder inert = new StringBuilder(markdown.length());
        String fence = null;
        for (String line : markdown.split("(?<=\n)", -1)) {
            String bare = line.strip();
            boolean isCode = fence != null;
            fence = fenceAfter(fence, line.stripTrailing(), bare);
            inert.append(isCode || fence != null ? line : LIVE.matcher(line).replaceAll("$0" + WORD_JOINER));
        }
        return inert.toString();
    }

    private static @Nullable String fenceAfter(@Nullable String open, String line, String bare) {
        Matcher fence = FENCE.matcher(line);
        if (open == null) {
            return fence.matches() ? fence.group(1) : null;
        }
        boolean closes = fence.matches() && bare.equals(fence.group(1)) && bare.startsWith(open);
        return closes ? null : open;
    }

    /** Text that is no Markdown, over as many lines as it has: nothing is live, and nothing of it stands out. */
    public static String plain(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        return inert(EMPHATIC.matcher(visible).replaceAll(found -> Matcher.quoteReplacement(escaped(found.group()))));
    }

    private static String escaped(String special) {
        int last = special.length() - 1;
        return special.substring(0, last) + "\\" + special.charAt(last);
    }

    /**
     * Any text as one line that shows as it is.
     *
     * @param most UTF-16 code units of it, before what is special is escaped
     */
    public static String line(String text, int most) {
        String visible = INVISIBLE.matcher(text.replaceAll("\\s+", " ").strip()).replaceAll("");
        return withoutAddresses(SPECIAL.matcher(shortened(visible, most)).replaceAll("\\\\$0"));
    }

    /** Text in which no address is one that a program makes a link of, though it reads the same. */
    public static String withoutAddresses(String text) {
        return BARE_ADDRESS.matcher(text).replaceAll("$0" + WORD_JOINER);
    }

    /** The beginning of a text, with an ellipsis where something is left out. */
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most - 1);
        int end = space > most / 2 ? space : most - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /**
     * Whole lines of a text.
     *
     * @param most UTF-16 code units
     */
    public static String lines(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf('\n', most - 2);
        return end <= 0 ? shortened(text, most) : text.substring(0, end).stripTrailing() + "\n…";
    }

    /** A number as it is read in any of these texts: {@code 2,000}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
